const MB = 1024 * 1024

/**
 * For a small machine that also runs Node. On the command line, so that an update of Uketome brings its
 * own; somebody who wants to tune PostgreSQL brings a server by DATABASE_URL.
 * `cache`: MiB in which PostgreSQL keeps what it reads.
 */
export function settings(port: number, durable: boolean, sockets: string, cache: number): string[] {
  const all = {
    ...common(port, cache),
    unix_socket_directories: sockets,
    ...(durable ? {} : careless),
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/**
 * A sixteenth of the data (bytes), and an eighth of the memory (bytes) at most: whatever is read stays there, so a small company
 * would otherwise fill what only a large one needs. The operating system keeps the rest. MiB.
 */
export function cacheFor(data: number, memory: number): number {
  const wanted = Math.min(Math.max(data / 16, 96 * MB), 512 * MB)
  return Math.round(Math.max(Math.min(wanted, memory / 8), 64 * MB) / MB)
}

function common(port: number, cache: number): Record<string, string | number> {
  return {
    port,
    listen_addresses: '127.0.0.1',
    max_connections: 100,
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C', // explain() reads them
    shared_buffers: `${cache}MB`,
    effective_cache_size: `${cache * 3}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: 1.1,
    max_wal_size: '1GB',
    wal_compression: 'on',
    jit: 'off',
    log_checkpoints: 'off',
    log_min_duration_statement: '2s',
  }
}

/** For tests: nothing has to survive a power cut. */
const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  autovacuum: 'off',
  shared_buffers: '128MB',
  max_connections: 200,
}
