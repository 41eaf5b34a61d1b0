import { floorOf, isPanel, isPure, isTest, isUi, mayImport, roomOf, wordOf } from './house-plan.ts'

/** What is wrong with one file importing another, or nothing. */
export function wall(path: string, target: string, ranks: ReadonlyMap<string, number>): string[] {
  if (!/^(src|test|e2e|scripts)\//.test(target)) return nodeInPure(path, target)
  const [from, to] = [floorOf(path), floorOf(target)]
  if (to === 'outside' && isTest(path)) return []
  if (from === 'app' && target === 'test/cast.ts') return [] // the demo company is the cast
  if (!mayImport[from].includes(to)) {
    return [
      `${path}: imports ${target}. ${from} may import only ${mayImport[from].join(', ')}: move the code down, or pass it in from src/app.`,
    ]
  }
  if (from === 'app/web') return throughTheDoorOfUi(path, target)
  if (roomOf(path) === undefined || roomOf(target) === undefined) return pureImports(path, target)
  return roomOf(path) === roomOf(target)
    ? [...pureImports(path, target), ...ownUi(path, target)]
    : [...pureImports(path, target), ...otherRoom(path, target, ranks)]
}

function otherRoom(path: string, target: string, ranks: ReadonlyMap<string, number>): string[] {
  const [room = '', other = ''] = [roomOf(path), roomOf(target)]
  const word = wordOf(target)
  if (!isUi(target) && word === 'contract') return []
  if (isTest(path) && (word === 'factory' || word === 'door')) return []
  if (isUi(path)) {
    return [
      `${path}: imports ${target}. A room's ui knows of ${other} only its contract.ts: fetch over the wall, or let src/app/web put both panels on the page.`,
    ]
  }
  if (word !== 'door') {
    return [
      `${path}: imports ${target}. Of another room only contract.ts and door.ts may be used: put what you need in ${other}/door.ts.`,
    ]
  }
  if ((ranks.get(other) ?? Infinity) < (ranks.get(room) ?? 0)) return []
  return [
    `${path}: uses the door of ${other}, which does not rank below ${room}. React to its event in reactions.ts instead, or argue the rank in src/features/order.ts.`,
  ]
}

function ownUi(path: string, target: string): string[] {
  if (!isUi(path)) {
    return isUi(target)
      ? [
          `${path}: imports ${target}. The server does not know the screens: move what both need to rules.ts.`,
        ]
      : []
  }
  if (isPanel(target)) {
    return [
      `${path}: imports ${target}. Panels do not import each other: put what both need in ui/parts/.`,
    ]
  }
  if (isUi(target) || isPure(target)) return []
  return [
    `${path}: imports ${target}. A panel uses contract, rules, policy and messages of its room and asks the server for the rest.`,
  ]
}

function throughTheDoorOfUi(path: string, target: string): string[] {
  const room = roomOf(target)
  if (room === undefined || isPure(target) || isTest(path)) return []
  if (isPanel(target)) return []
  return [
    `${path}: imports ${target}. Pages show what stands directly in ${room}/ui/; ui/parts/ and the server's files stay inside the room.`,
  ]
}

function pureImports(path: string, target: string): string[] {
  if (!isPure(path) || isTest(path)) return []
  if (floorOf(target) === 'kernel' || wordOf(target) === 'contract') return []
  if (roomOf(path) === roomOf(target) && isPure(target)) return []
  if (target === 'src/features/order.ts') return []
  // A pure room's door is as pure as its rules.
  if (target === 'src/features/language/door.ts') return []
  return [
    `${path}: imports ${target}. rules, policy, contract and messages use only kernel and contracts, so that the browser can run them: take the value as an argument.`,
  ]
}

function nodeInPure(path: string, target: string): string[] {
  if (!target.startsWith('node:') || isTest(path)) return []
  if (!isPure(path) && !['kernel', 'kit', 'room ui', 'app/web'].includes(floorOf(path))) return []
  return [
    `${path}: imports ${target}. The browser runs this file too: keep Node in src/platform or src/app.`,
  ]
}
