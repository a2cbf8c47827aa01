/** The columns that a decision adds to a result. */
export function resultColumns(written: string, withReasons: boolean): readonly string[] {
  const columns = [written, `${written}.status`, `${written}.flags`];
  return withReasons ? [...columns, `${written}.reasons`] : columns;
}
