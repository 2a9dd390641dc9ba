import { httpConnector } from '../../../electron/backend/sync/http/http-transport.ts';
import type { Transport } from '../../../electron/backend/sync/http/transport.ts';
import { systemFetch } from '../../../electron/utility-process/system-fetch.ts';

/** What the test has this process ask of the central service at `address`; `end` ends what goes on. */
export type Asking = {
  readonly what: 'changes' | 'has' | 'append' | 'chunk' | 'end';
  readonly address: string;
  readonly bytes: number;
};

type Port = {
  readonly on: (event: 'message', hear: (message: { readonly data: Asking }) => void) => void;
  readonly postMessage: (answer: unknown) => void;
};

const { parentPort } = process as typeof process & { readonly parentPort: Port };
const connector = httpConnector(Date.now, systemFetch);
let ending = new AbortController();

parentPort.on('message', ({ data }) => {
  if (data.what === 'end') return ending.abort();
  ending = new AbortController();
  const transport = connector.connect(data.address, 'token');
  void ask(transport, data, ending.signal).then((answer) => parentPort.postMessage(answer));
});

function ask({ changes, files }: Transport, { what, address, bytes }: Asking, signal: AbortSignal) {
  switch (what) {
    case 'changes':
      return changes({ after: 'c', limit: 10, wait: 0, viewing: null }, signal);
    case 'has':
      return files.has('a', signal);
    case 'append':
      return files.append(`${address}/v1/attachments/1`, 0, Buffer.alloc(bytes, 'a'), signal);
    default:
      return files
        .chunk('a', 0, bytes, signal)
        .then((answer) => (answer.ok ? answer.value?.bytes.length : answer));
  }
}
