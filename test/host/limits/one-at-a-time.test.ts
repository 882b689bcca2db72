import { createServer } from 'node:http';
import { connect } from 'node:net';
import { z } from 'zod';
import { oneAtATime } from '../../../src/host/limits/one-at-a-time';
import { until } from '../until';

it('reads no further in a piece of the network once its line is cut', async () => {
  let [seen, begun, refused] = [0, 0, 0];
  const server = createServer();
  const first = oneAtATime(server, () => (refused += 1));
  server.on('request', (request, response) => {
    seen += 1;
    if (first(request, response)) begun += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const line = connect(port, '127.0.0.1');
  line.on('error', () => undefined).resume();

  line.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(900));
  await until(() => line.destroyed);

  server.close();
  expect({ seen, begun, refused }).toEqual({ seen: 18, begun: 1, refused: 1 });
});
