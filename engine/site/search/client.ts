import { indexOptions, queryOptions } from './options.ts';
import { searchTokens } from './tokens.ts';

/** The script of the search page: reads the query from the address, and again whenever it is changed. Texts only, never markup. */
export const searchClient = `(() => {
  const tokenize = ${searchTokens.toString()};
  const options = { ...${JSON.stringify(indexOptions)}, tokenize, processTerm: (term) => term };
  const index = MiniSearch.loadJSON(globalThis.bylawIndex, options);
  const form = document.getElementById('search-form');
  const field = document.getElementById('search-field');
  const list = document.getElementById('results');
  const told = document.getElementById('told');
  const most = 60;
  const element = (name, text, type) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (type !== undefined) made.className = type;
    return made;
  };
  const show = () => {
    const query = field.value.trim();
    const matches = query === '' ? [] : index.search(query, { ...${JSON.stringify(queryOptions)}, tokenize });
    // Whoever types the number of a clause wants that clause, however often others quote it.
    const isNamed = ({ title }) => (title + ' ').toLowerCase().startsWith(query.toLowerCase() + ' ');
    const found = [...matches.filter(isNamed), ...matches.filter((match) => !isNamed(match))];
    told.textContent = query === '' ? '' : told.dataset.count.replace('{0}', String(found.length));
    list.replaceChildren(...found.slice(0, most).map(({ title, sort, href, shown }) => {
      const item = document.createElement('li');
      const link = element('a', title);
      link.href = href;
      const head = document.createElement('p');
      head.append(link, ' ', element('span', sort, 'small'));
      item.append(head);
      if (shown !== '') item.append(element('p', shown, 'small'));
      return item;
    }));
  };
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  field.addEventListener('input', show);
  form.addEventListener('submit', (event) => { event.preventDefault(); show(); });
  show();
})();
`;
