import { connect } from 'node:net';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { startDynamoDb } from '../../../local/dynamodb/server.ts';
import { createTables } from '../../../local/dynamodb/tables.ts';
import { dynamoDbAt } from '../clients.ts';

const names = { archive: 'archive', customers: 'customers', notices: 'notices' };

test('tables have the keys of the deployed ones, and creating them again is harmless', async () => {
  const engine = await startDynamoDb();
  const client = dynamoDbAt(engine.url);
  await createTables(client, names);
  await createTables(client, names);
  const keys = async (TableName: string): Promise<unknown> =>
    (await client.send(new DescribeTableCommand({ TableName }))).Table?.KeySchema;
  const pkSk = [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ];
  expect(await keys('archive')).toEqual(pkSk);
  expect(await keys('notices')).toEqual(pkSk);
  expect(await keys('customers')).toEqual([{ AttributeName: 'customerId', KeyType: 'HASH' }]);
  client.destroy();
  await engine.stop();
});

test('a client that hangs up in the middle of a request does not take the engine down', async () => {
  const engine = await startDynamoDb();
  const { port, hostname } = new URL(engine.url);
  await new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"half":');
      setTimeout(() => socket.destroy(), 20);
    });
    socket.on('close', resolve);
  });
  const client = dynamoDbAt(engine.url);
  await createTables(client, names);
  client.destroy();
  await engine.stop();
});
