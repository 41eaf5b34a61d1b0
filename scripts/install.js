import { readFile, statfs } from 'node:fs/promises'
import { house, node, run } from './run.js'
import { Problem, say } from './say.js'

/** Brings node_modules to what package-lock.json says, when it is not there already. */
export async function install() {
  checkThisNode()
  if (await isInstalled()) return
  say(
    '必要な部品を入れています（初回だけ、1〜3分ほど）…',
    'Installing what is needed (first time only, one to three minutes)…',
  )
  const done = await withTicks(fetchAll)
  if (done.code !== 0) throw explain(done.output, await isDiskFull())
  if (!(await nodeRuns())) throw deadNode()
  say('部品がそろいました。', 'Everything is installed.')
}

function checkThisNode() {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major >= 20) return
  throw new Problem(
    `Node.js ${process.versions.node} では古すぎます。Node.js 20 以上を入れて、もう一度実行してください。`,
    `Node.js ${process.versions.node} is too old. Install Node.js 20 or later and run this again.`,
  )
}

async function isInstalled() {
  const wanted = await packagesIn('package-lock.json')
  const there = await packagesIn('node_modules/.package-lock.json')
  if (!wanted || !there) return false
  const same = Object.entries(wanted).every(([path, { version, optional }]) => {
    const found = there[path]
    // Optional packages are there only for this kind of machine.
    return path === '' || (found ? found.version === version : optional === true)
  })
  return same && (await nodeRuns())
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, optional?: boolean }> | undefined>}
 */
async function packagesIn(file) {
  const text = await readFile(new URL(`../${file}`, import.meta.url), 'utf8').catch(() => '{}')
  return JSON.parse(text).packages
}

async function nodeRuns() {
  return (await run(node, ['--version'], { quiet: true })).code === 0
}

async function fetchAll() {
  const exact = await run(...npm('ci', '--loglevel=error'), { quiet: true })
  // Somebody changed package.json by hand: what is locked stays, the rest is found.
  return /EUSAGE/.test(exact.output)
    ? run(...npm('install', '--no-save', '--loglevel=error'), { quiet: true })
    : exact
}

/**
 * The npm that started us, on the node that it ran on: the one in node_modules is about to be replaced.
 * @param {...string} args
 * @returns {[string, string[]]}
 */
function npm(...args) {
  const { npm_execpath: cli, npm_node_execpath: itsNode } = process.env
  return cli && itsNode ? [itsNode, [cli, ...args]] : ['npm', args]
}

/**
 * A sign of life every few seconds: npm says nothing for a minute.
 * @template T
 * @param {() => Promise<T>} work
 */
async function withTicks(work) {
  const start = Date.now()
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - start) / 1000)
    say(`  … ${seconds} 秒`, `  … ${seconds} s`)
  }, 10_000)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

// A package that downloads the rest of itself hides the reason why it could not.
async function isDiskFull() {
  const { bavail, bsize } = await statfs(house)
  return bavail * bsize < 200_000_000
}

/** @param {string} output @param {boolean} isFull */
function explain(output, isFull) {
  const last = output.trim().split('\n').slice(-12).join('\n')
  const [ja, en] = reasonFor(isFull ? 'ENOSPC' : output)
  return new Problem(`${last}\n\n${ja}`, `${last}\n\n${en}`)
}

/**
 * @param {string} output
 * @returns {[string, string]}
 */
function reasonFor(output) {
  if (/ENOSPC/.test(output)) {
    return [
      'ディスクがいっぱいで、部品を入れられませんでした。2 GB ほど空けて、もう一度実行してください。',
      'The disk is full. Free about 2 GB and run this again.',
    ]
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return [
      `${house} に書き込めません。持ち主と権限を確かめて、もう一度実行してください。`,
      `${house} cannot be written. Check who owns it and its permissions, and run this again.`,
    ]
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET/.test(output)) {
    return [
      'npm のレジストリーにつながりません。ネットワーク（社内ならプロキシの設定 npm config set proxy …）を確かめて、もう一度実行してください。',
      'The npm registry cannot be reached. Check the network (behind a proxy: npm config set proxy …) and run this again.',
    ]
  }
  if (/E404|ETARGET|EINTEGRITY/.test(output)) {
    return [
      'お使いの npm レジストリーに、必要な版の部品がありません。npm config get registry を確かめて、もう一度実行してください。',
      'Your npm registry lacks a package in the version needed. Check npm config get registry and run this again.',
    ]
  }
  return [
    '部品を入れられませんでした。上の npm の記録を確かめて、もう一度実行してください。',
    'The installation failed. See what npm says above, and run this again.',
  ]
}

function deadNode() {
  return new Problem(
    '部品は入りましたが、同梱の Node.js が動きません。npm の設定で ignore-scripts が有効なら npm ci --ignore-scripts=false を実行し、そうでなければネットワークを確かめて npm ci をやり直してください。',
    'Everything is installed, but the Node.js inside does not run. If npm is configured with ignore-scripts, run npm ci --ignore-scripts=false; otherwise check the network and run npm ci again.',
  )
}
