import { notListening } from './refusals.ts';
import { remark, say, type Call, type Refusal } from './verb.ts';

interface Served {
  readonly handbookDir: string;
  readonly port: number;
  readonly host: string;
}

/** Serves the page until somebody ends the command, and opens it in the browser of whoever sits at a terminal. */
export async function serve(call: Call, { handbookDir, port, host }: Served): Promise<number | Refusal> {
  const { startServer } = await import('../../editor/server/server.ts');
  const building = (): void => {
    remark(call, { en: 'Building the page, once …', zh: '正在生成页面（仅一次）……' });
  };
  const report = (error: Error): void => {
    call.io.err.write(`${error.stack ?? error.message}\n`);
  };
  const stopped = call.io.stopped();
  try {
    const server = await startServer({ handbookDir, port, host, building, now: call.io.now, report });
    say(
      call,
      `\n${{ en: 'Open', zh: '打开' }[call.language]} ${call.colours.bold(server.url)} ${{ en: '… stop with Ctrl+C', zh: '……按 Ctrl+C 结束' }[call.language]}`,
    );
    if (call.options.open !== false && call.io.out.isTerminal) {
      const { openInBrowser } = await import('../host/open-browser.ts');
      openInBrowser(server.url);
    }
    await stopped;
    await server.close();
    return 0;
  } catch (error) {
    return notListening(error, host, port);
  }
}
