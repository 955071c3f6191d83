import { parseArgs } from 'node:util';
import { startStandIn } from './stand-in';

const usage = 'stand-in [--port 9000] [--folder .data/wechat] [--notify-url http://127.0.0.1:3000]';

function optionsOrExit() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '9000' },
        folder: { type: 'string', default: '.data/wechat' },
        'notify-url': { type: 'string' },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`no port: ${values.port}`);
    return { port, folder: values.folder, notifyUrl: values['notify-url'] };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exit(1);
  }
}

async function main(): Promise<void> {
  const options = optionsOrExit();
  const standIn = await startStandIn({ ...options, host: '127.0.0.1' });
  const stop = () => void standIn.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Whoever started us with a channel hears when we are ready, and once they are gone nobody needs us.
  process.once('disconnect', stop);
  process.send?.({ url: standIn.url });
  process.stdout.write(
    [
      `微信替身已就绪 The stand-in for WeChat listens on ${standIn.url}`,
      `  WECHAT_CONFIG=${options.folder}/wechat.json`,
      `  收银台 Cashier  ${standIn.url}/cashier`,
      `  账本 Ledger     ${standIn.url}/controls/ledger`,
      '',
    ].join('\n'),
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
