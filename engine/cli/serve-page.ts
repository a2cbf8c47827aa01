import { remark, say, type Call, type Refusal } from './verb.ts';
import { wrongUse } from './refusals.ts';

/** Serves the page on this machine until somebody ends the command. */
export async function serve(call: Call, handbookDir: string, port: number): Promise<number | Refusal> {
  const { startServer } = await import('../../editor/server/server.ts');
  const building = (): void => {
    remark(call, { en: 'Building the page, once …', zh: '正在生成页面（仅一次）……' });
  };
  const stopped = call.io.stopped();
  try {
    const server = await startServer({ handbookDir, port, building });
    say(
      call,
      `\n${{ en: 'Open', zh: '打开' }[call.language]} ${call.colours.bold(server.url)} ${{ en: '… stop with Ctrl+C', zh: '……按 Ctrl+C 结束' }[call.language]}`,
    );
    await stopped;
    await server.close();
    return 0;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    return wrongUse(`Port ${port} is taken. Choose another one.`, `端口 ${port} 已被占用，请另选一个。`);
  }
}
