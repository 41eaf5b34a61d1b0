export type Box = { readonly width: number; readonly height: number }

/**
 * How large a picture is drawn, upright and as it lies when it is turned by quarters: at size 1 all of it is seen in
 * the room, and whatever is larger can be scrolled to each of its corners. A small picture is not blown up at size 1.
 */
export function placed(
  natural: Box,
  room: Box,
  { turns, size }: { turns: number; size: number },
): { upright: Box; turned: Box } {
  const lies = turns % 2 === 1
  const [across, down] = lies ? [natural.height, natural.width] : [natural.width, natural.height]
  const fit = Math.min(1, room.width / Math.max(1, across), room.height / Math.max(1, down))
  const scale = fit * size
  const upright = { width: natural.width * scale, height: natural.height * scale }
  return { upright, turned: lies ? { width: upright.height, height: upright.width } : upright }
}
