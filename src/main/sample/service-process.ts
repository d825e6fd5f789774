import { startService } from '../../service/start-service.ts';
import { ServiceStart, type ServiceMessage } from './service-message.ts';

const SAMPLE_PEOPLE = 400;
const SAMPLE_ACCOUNTS = 60;

// The entry of the sample service's own process: it starts on the app's word and says where it listens.
process.umask(0o077);
process.parentPort.once('message', ({ data }) => {
  const { port, token, file } = ServiceStart.parse(data);
  const sample = { records: SAMPLE_PEOPLE, accounts: SAMPLE_ACCOUNTS };
  void startService({ tokens: [token], db: file, ...sample, port }).then((service) => {
    const message: ServiceMessage = { kind: 'listening', port: service.port };
    process.parentPort.postMessage(message);
  });
});
