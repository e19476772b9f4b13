/** The ends of a relation; in a neighbourhood its direction does not count. */
interface Link {
  source: string;
  target: string;
}

/** Actors within so many steps of one, each with its steps; no way leads through those left out. */
export function findWithin(
  links: readonly Link[],
  centre: string,
  depth: number,
  leftOut: ReadonlySet<string> = new Set(),
): Map<string, number> {
  const neighbours = new Map<string, string[]>();
  for (const { source, target } of links)
    for (const [from, to] of [
      [source, target],
      [target, source],
    ] as const)
      neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
  const steps = new Map([[centre, 0]]);
  let frontier = [centre];
  for (let step = 1; step <= depth && frontier.length > 0; step += 1) {
    const next = frontier.flatMap((id) => neighbours.get(id) ?? []).filter((id) => !steps.has(id) && !leftOut.has(id));
    for (const id of next) steps.set(id, step);
    frontier = [...new Set(next)];
  }
  return steps;
}
