import { describe, expect, it } from 'vitest'
import { explain, problems } from './problems.ts'

describe('PostgreSQL の言葉を、何をすればよいかに言いかえる', () => {
  it.each([
    ['initdb: error: could not write file "x": No space left on device', 'disk-full'],
    [
      'selecting dynamic shared memory implementation ... posix\nFATAL: could not write: No space left on device',
      'disk-full',
    ],
    ['postgres: error while loading shared libraries: libicuuc.so.60', 'no-binaries'],
    ['FATAL:  could not resize shared memory segment: No space left on device', 'memory-full'],
    [
      'initdb: error: could not look up effective user ID 1234: user does not exist',
      'nameless-user',
    ],
    ['initdb: error: could not access directory "x": Permission denied', 'unwritable'],
    ['FATAL:  data directory "x" has wrong ownership', 'unwritable'],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'port-taken'],
    ['FATAL:  something nobody has seen before', 'failed'],
  ])('%s', (output, code) => {
    expect(explain(output, '/data', '/data/server.log').code).toBe(code)
  })

  it('見たことのない失敗では、最後の数行と記録の場所を見せる', () => {
    const said = explain('1\n2\n3\n4\n5\n6\n7\nFATAL:  new', '/data', '/data/server.log')
    expect(said.ja).toContain('FATAL:  new')
    expect(said.ja).not.toContain('\n1\n')
    expect(said.message).toContain('/data/server.log')
  })

  it('どの文も、日本語と英語で、次にすることを言う', () => {
    const all = [
      problems.noBinaries('plan9-mips'),
      problems.unwritable('/data'),
      problems.foreignOwner('/data', 1000),
      problems.diskFull('/data'),
      problems.wrongVersion('/data', '17', '18'),
      problems.passwordLost('/data/uketome-password'),
      problems.noAccount('- unshare: EPERM'),
      problems.namelessUser(),
      problems.portTaken(),
      problems.notAnswering(42),
    ]
    for (const { ja, en } of all) {
      expect(ja).toMatch(/ください/)
      expect(en).toMatch(/Run|Check|Start|start|Free|Make|bring|set|End/)
    }
  })
})
