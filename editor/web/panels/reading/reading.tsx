import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useAsk, usePage } from '../../page.ts';
import { useWords } from '../../words.ts';
import { panelStyle } from './panel-style.ts';
import { usePlaces } from './use-places.ts';
import { readingWords } from './words.ts';

/** The file as readers of the handbook see it (`bylaw docs`), of the text as it stands now. */
export function ReadingPanel(): VNode {
  const { path, at, language } = usePage();
  const { say } = useWords(readingWords);
  const style = useAsk('reading/style', []);
  const page = useAsk('reading/page', [path, at, language]);
  if (page === 'waiting' || style === 'waiting') return <p class="hint working">{say('reading')}</p>;
  if (page === undefined) return <p class="hint">{say('noReading')}</p>;
  return <Shown html={page.html} file={page.file} style={style} />;
}

interface ShownProps {
  readonly html: string;
  readonly file: string;
  readonly style: string;
}

/** In a tree of its own, so that the site's style and the page's do not mix. Links lead to the handbook's files. */
function Shown({ html, file, style }: ShownProps): VNode {
  const { client, at, show, failed } = usePage();
  const { say } = useWords(readingWords);
  const host = useRef<HTMLElement>(null);
  useEffect(() => {
    if (host.current === null) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(panelStyle(style));
    root.adoptedStyleSheets = [sheet];
    // Escaped where it was made, in the worker; the page's policy runs no script either way.
    root.innerHTML = `<div class="site">${html}</div>`;
  }, [html, style]);
  const places = usePlaces(host, html, file);
  const follow = async (event: MouseEvent): Promise<void> => {
    const link = event.composedPath().find((one) => one instanceof Element && one.localName === 'a');
    const href = link instanceof Element ? link.getAttribute('href') : null;
    if (href === null) return places.click(event);
    event.preventDefault();
    const [page, place] = href.split('#');
    if (page === '' || decodeURIComponent(page ?? '') === file) {
      const id = decodeURIComponent(place ?? '');
      return host.current?.shadowRoot?.getElementById(id)?.scrollIntoView({ behavior: 'smooth', block: 'start' });
    }
    const target = await client.ask('reading/target', href, at);
    if (target !== undefined) show(target);
  };
  return (
    <>
      <p class="hint">{say('leads')}</p>
      <article
        class="reading"
        ref={host}
        onClick={(event) => void follow(event).catch(failed)}
        onKeyDown={(event) => void places.key(event).catch(failed)}
      />
    </>
  );
}
