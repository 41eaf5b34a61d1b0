/** A verb of the command line. A room's commands.ts exports `commands: readonly Command[]`; app/cli.ts dispatches. */
export type Command = {
  /** What is typed after `uketome`. */
  readonly name: string
  readonly summary: string
  /** The whole help text below the summary. */
  readonly usage: string
  readonly options: Readonly<Record<string, CommandOption>>
  /** Answers the exit code. */
  run(call: CommandCall): Promise<number>
}

/** In the shape node:util parseArgs takes. */
export type CommandOption = {
  readonly type: 'boolean' | 'string'
  readonly short?: string
  readonly summary: string
}

export type CommandCall = {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
  readonly stdin: AsyncIterable<Uint8Array | string>
  /** The moment the command was started. */
  readonly now: string
  /** A line to standard output; a promise is returned while the reader is slower than we are. */
  print(line: string): void | Promise<void>
  /** A line to standard error. */
  complain(line: string): void
}
