import { html } from 'hono/html';
import type { Language, Texts } from '../diagnostic/diagnostic.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import { printType } from '../ir/type.ts';
import { sentences } from '../evaluate/render-words.ts';
import { htmlLanguage, pageText, type Markup } from './markup.ts';
import { readableIn, type Readable } from './readable.ts';
import type { Person, When, Written } from './slip.ts';
import type { Total } from './totals.ts';
import { periodInWords, slipWords } from './words.ts';

/** All people of a run: who has a slip, who has none and why, and what it comes to. */
interface SlipIndex {
  readonly program: Program;
  readonly handbook: Texts;
  readonly when: When;
  /** The decisions asked, with what they are called and come to. */
  readonly decisions: readonly { readonly decision: string; readonly title: Texts; readonly total: Total }[];
  /** In the order of the table. */
  readonly people: readonly Listed[];
  readonly errors: readonly Failed[];
}
/** A person with a slip. */
interface Listed {
  readonly person: Person;
  readonly file: string;
  readonly outcomes: readonly Pick<Outcome, 'status' | 'value' | 'type'>[];
}
/** A row without one. */
interface Failed {
  readonly line: number;
  readonly key: string;
  readonly problems: readonly Texts[];
}

/** `index.html` of a folder of slips: the languages one after the other. */
export function indexPage(index: SlipIndex, languages: readonly Language[], written: Written): string {
  const [first = 'en'] = languages;
  const links = languages.map(
    (language) => html`<a href="#${language}" lang="${htmlLanguage[language]}">${slipWords[language].language}</a>`,
  );
  const body = html`<main>
    ${languages.length < 2 ? '' : html`<nav>${links}</nav>`} ${languages.map((one) => article(index, one, written))}
  </main>`;
  return pageText(titleOf(index, first), first, body);
}

function titleOf({ when, decisions }: SlipIndex, language: Language): string {
  const isPay = decisions.some(({ total }) => total.isMoney);
  const kind = slipWords[language].all[isPay ? 'pay' : 'other'];
  const period = periodInWords(when)[language];
  return language === 'en' ? `${kind} for ${period}` : `${period}${kind}`;
}

function article(index: SlipIndex, language: Language, written: Written): Markup {
  const { handbook, when, people, errors, decisions, program } = index;
  const words = slipWords[language];
  const readable = readableIn(program, language);
  const titles = decisions.map(({ title }) => html`<th scope="col" class="amount">${title[language]}</th>`);
  return html`<article id="${language}" lang="${htmlLanguage[language]}">
    <header>
      <p>${handbook[language]}</p>
      <h1>${titleOf(index, language)}</h1>
      <p>${words.rules}${words.colon}${words.when(when)}</p>
    </header>
    <section>
      <h2>${words.total}</h2>
      <p class="intro">${words.totalsIntro}</p>
      ${totalsTable(index, readable, language)}
    </section>
    <section>
      <h2>${words.errors(errors.length)}</h2>
      ${errors.length === 0 ? html`<p class="intro">${words.noError}</p>` : failedList(errors, readable, language)}
    </section>
    <section>
      <h2>${words.people} (${people.length})</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.person}</th>
            ${titles}
          </tr>
        </thead>
        <tbody>
          ${people.map((listed) => personRow(listed, readable, language))}
        </tbody>
      </table>
    </section>
    <footer>${words.written(written.by, written.on, program.revision)}</footer>
  </article>`;
}

function totalsTable({ decisions, program, errors }: SlipIndex, readable: Readable, language: Language): Markup {
  const words = slipWords[language];
  const statuses = ['determined', 'undetermined', 'not-applicable', 'error'] as const;
  const heads = statuses.map((status) => html`<th scope="col" class="amount">${words.counts[status]}</th>`);
  const rows = decisions.map(({ decision, title, total: { counts, sum } }) => {
    const type = program.decisions[decision]?.type;
    const shown = sum === undefined || type === undefined ? '—' : readable.value(sum, printType(type));
    // A row in error has no slip, whatever its other decisions say.
    const all = { ...counts, error: errors.length };
    const cells = statuses.map((status) => html`<td class="amount">${all[status]}</td>`);
    return html`<tr>
      <th scope="row">${title[language]} <span class="small">${decision}</span></th>
      <td class="amount total" data-decision="${decision}">${shown}</td>
      ${cells}
    </tr>`;
  });
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${words.item}</th>
        <th scope="col" class="amount">${words.total}</th>
        ${heads}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function personRow({ person, file, outcomes }: Listed, readable: Readable, language: Language): Markup {
  const cells = outcomes.map(({ status, value = '', type }) => {
    const text = status === 'determined' ? readable.value(value, type) : sentences[language].status[status];
    return html`<td class="amount ${status}">${text}</td>`;
  });
  const name = person.name === undefined ? '' : html` <span class="small">${person.name.text}</span>`;
  return html`<tr>
    <td><a href="${encodeURIComponent(file)}#${language}">${person.key.text}</a>${name}</td>
    ${cells}
  </tr> `;
}

function failedList(errors: readonly Failed[], readable: Readable, language: Language): Markup {
  const words = slipWords[language];
  const items = errors.map(
    ({ line, key, problems }) =>
      html`<li>
        <p><strong>${key}</strong> <span class="small">${words.row(line)}</span></p>
        ${problems.map((problem) => html`<p class="reason">${readable.text(problem[language])}</p>`)}
      </li>`,
  );
  return html`<p class="intro">${words.errorsIntro}</p>
    <ul class="notes failed">
      ${items}
    </ul>`;
}
