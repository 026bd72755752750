/** A group of the rail: how many pages it holds for this role, and whether it opens and closes at all. */
export interface RailGroup<Name extends string> {
  readonly name: Name;
  readonly pages: number;
  /** Its pages always stand there: no row to open it with, or one that does nothing. */
  readonly fixed: boolean;
}

/**
 * Which groups stand open in a rail with room for so many rows of pages: the fixed ones, and of those wanted (the one
 * wanted last comes first) as many as fit, so that every group can be seen without scrolling. The one wanted last is
 * open in any case.
 */
export function openGroups<Name extends string>(
  groups: readonly RailGroup<Name>[],
  wanted: readonly Name[],
  rows: number,
): ReadonlySet<Name> {
  const open = new Set<Name>();
  let left = rows;
  for (const { name, pages, fixed } of groups) {
    if (!fixed) continue;
    open.add(name);
    left -= pages;
  }
  const foldable = wanted.flatMap((name) => groups.filter((one) => one.name === name && !one.fixed));
  for (const [index, { name, pages }] of foldable.entries()) {
    if (index > 0 && pages > left) continue;
    open.add(name);
    left -= pages;
  }
  return open;
}

/** What is wanted open after a group was opened or one of its pages was gone to: that group before all others. */
export function wantedFirst<Name extends string>(wanted: readonly Name[], name: Name): readonly Name[] {
  return [name, ...wanted.filter((one) => one !== name)];
}
