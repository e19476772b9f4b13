/**
 * Damerau–Levenshtein distance (optimal string alignment): the fewest letters put in, left out, changed or swapped with
 * their neighbour that make one word of the other; `most + 1` as soon as it is more than `most`.
 */
export function measureDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] as number) + 1,
        (line[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] as number) + 1);
      line.push(cost);
    }
    // a swap reaches back two rows
    if (Math.min(...line, ...last) > most) return most + 1;
    before = last;
    last = line;
  }
  return Math.min(last[b.length] as number, most + 1);
}
