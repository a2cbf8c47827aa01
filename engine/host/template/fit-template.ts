import type { Language } from '../../diagnostic/diagnostic.ts';
import type { Files } from './read-template.ts';

/** What the new handbook is to be called and counted in; what is left out stays as the template has it. */
export interface Fitting {
  /** Of the comments; texts for people stand in both. */
  readonly language: Language;
  /** An id of the manifest, such as corner-bakery. */
  readonly id?: string;
  /** As people call the company, in both languages. */
  readonly name?: string;
  /** An ISO 4217 code. */
  readonly currency?: string;
  readonly scope?: string;
  /** An IANA zone such as Asia/Shanghai. */
  readonly timeZone?: string;
}

/** The template's own words, which others take the place of. */
const own = { currency: 'CNY', scope: 'shop', manifest: 'policies/handbook.yaml' };

/**
 * The template's files as the new handbook has them. Amounts are figures of an example and stay as they are in any currency; only
 * the rounding follows the currency's smallest coin.
 */
export function fitTemplate(files: Files, fitting: Fitting): Files {
  const { currency = own.currency, scope = own.scope } = fitting;
  const fitted = [...files].map(([path, text]) => {
    const ofManifest = path === own.manifest ? manifestOf(text, fitting) : text;
    const counted = /\.yaml$/.test(path) ? ofManifest.replaceAll(own.currency, () => currency) : ofManifest;
    return [scopedPath(path, scope), scoped(inLanguage(counted, fitting.language), scope)] as const;
  });
  return new Map(fitted);
}

/** Comment lines `#en …` and `#zh …` say the same: one of them stays, as an ordinary comment. */
function inLanguage(text: string, language: Language): string {
  const kept = text
    .split('\n')
    .filter((line) => !/^\s*#(?:en|zh) /.test(line) || line.trimStart().startsWith(`#${language}`));
  return kept.map((line) => line.replace(/^(\s*)#(?:en|zh) /, '$1# ')).join('\n');
}

function manifestOf(text: string, { id, name, currency, timeZone }: Fitting): string {
  const title = name === undefined ? undefined : `{ en: ${JSON.stringify(name)}, zh: ${JSON.stringify(name)} }`;
  const digits = currency === undefined ? undefined : smallestCoin(currency);
  const changes = [
    [/^(handbook: ).*$/m, id],
    [/^(title: ).*$/m, title],
    [/^(time-zone: ).*$/m, timeZone],
    [/(money: \{ to: )\S+/, digits],
  ] as const;
  return changes.reduce(
    (changed, [place, value]) =>
      value === undefined ? changed : changed.replace(place, (_, key: string) => key + value),
    text,
  );
}

/** `0.01` of a currency with cents, `1` of one without. */
function smallestCoin(currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`;
}

const scopedPath = (path: string, scope: string): string =>
  path.replace(`/organization/${own.scope}.`, `/organization/${scope}.`);

/** Where the template names its scope: on policies and parameters, in the manifest, and in the name of the organization. */
function scoped(text: string, scope: string): string {
  return text
    .replace(new RegExp(`^(\\s*scope: )${own.scope}$`, 'gm'), (_, key: string) => key + scope)
    .replace(new RegExp(`^(scopes:\\n  )${own.scope}:`, 'm'), (_, key: string) => `${key}${scope}:`)
    .replaceAll(`organization.${own.scope}`, () => `organization.${scope}`);
}
