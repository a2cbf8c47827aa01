/** The facts of a finding on one line: `violation.kind = fakes, violation.is-first = true`. */
export const witnessLine = (witness: Readonly<Record<string, string>>): string =>
  Object.entries(witness)
    .map(([fact, value]) => `${fact} = ${value}`)
    .join(', ');
