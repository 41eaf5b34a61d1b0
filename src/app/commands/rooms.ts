import type { Command } from '#kernel/command.ts'
import { importCommands } from '#features/intake/import/commands.ts'
import { recordCommands } from '#features/complaints/commands.ts'
import { remedyExport } from '#features/remedies/door.ts'
import { readConfiguration } from '../configuration.ts'
import { openHouse } from '../house.ts'
import { openLog } from './logging.ts'

/** Verbs of rooms that need the house open. */
export function importing(): readonly Command[] {
  return importCommands(open)
}

export function recordKeeping(): readonly Command[] {
  return recordCommands(open, remedyExport)
}

async function open() {
  return openHouse(readConfiguration(process.env), openLog(process.env['UKETOME_LOG']))
}
