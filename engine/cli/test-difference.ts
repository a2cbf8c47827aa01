/** Of two lists as text, what only one of them holds; undefined where neither has several items. */
export function onlyInOne(
  expected: string,
  found: string,
): { readonly left: string; readonly more: string } | undefined {
  const [wanted, is] = [itemsOf(expected), itemsOf(found)];
  if (wanted.length < 2 && is.length < 2) return undefined;
  return { left: without(wanted, is).join(', '), more: without(is, wanted).join(', ') };
}

/** `[a, b]`, `{A: 1, B: 2}` or `a, b`: cut at the commas that stand in no bracket and no quote. */
function itemsOf(text: string): readonly string[] {
  const inner = /^(?:\[.*\]|\{.*\})$/su.test(text) ? text.slice(1, -1) : text;
  const items: string[] = [];
  let [item, depth, quoted] = ['', 0, false];
  for (const sign of inner) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && '[{('.includes(sign)) depth += 1;
    else if (!quoted && ']})'.includes(sign)) depth -= 1;
    if (sign === ',' && depth === 0 && !quoted) {
      items.push(item.trim());
      item = '';
    } else item += sign;
  }
  return [...items, item.trim()].filter((one) => one !== '');
}

/** Each item counts as often as it stands there. */
function without(items: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...others];
  return items.filter((item) => {
    const at = rest.indexOf(item);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
