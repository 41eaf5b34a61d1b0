import { mkdirSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = '/sys/fs/cgroup'
const periodMicroseconds = 20_000

/**
 * From now on this process gets so much of one core and no more, as on a machine of its own that is so small: several fit on
 * the cores of this one. By the kernel's control groups, for root; what the group held goes back with `release`.
 */
export function giveShare(pid: number, cores: number): { release(): void } {
  const isSecond = isThere(join(root, 'cgroup.controllers'))
  const group = join(root, isSecond ? '' : 'cpu', `uketome-bench-${pid}`)
  const most = Math.round(cores * periodMicroseconds)
  if (isSecond) writeFileSync(join(root, 'cgroup.subtree_control'), '+cpu')
  mkdirSync(group)
  if (isSecond) writeFileSync(join(group, 'cpu.max'), `${most} ${periodMicroseconds}`)
  else {
    writeFileSync(join(group, 'cpu.cfs_period_us'), String(periodMicroseconds))
    writeFileSync(join(group, 'cpu.cfs_quota_us'), String(most))
  }
  writeFileSync(join(group, 'cgroup.procs'), String(pid))
  // Gone as soon as its last process has ended.
  return { release: () => rmdirSync(group) }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}
