import { SESClient } from '@aws-sdk/client-ses';
import type { SESClientConfig } from '@aws-sdk/client-ses';

/**
 * The client for sending. It never repeats a request: a lost answer would otherwise be sent three times, that is up
 * to 100 e-mails too many. Without `throwOnRequestTimeout` a hanging request would only be warned about, for ever.
 * `socketTimeout` lies beyond `requestTimeout`, so that a timeout without a code can only be one of connecting.
 */
export function sendingClient(config: SESClientConfig = {}): SESClient {
  return new SESClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 3000,
      requestTimeout: 30_000,
      socketTimeout: 60_000,
      throwOnRequestTimeout: true,
    },
    ...config,
  });
}

/** The client for everything else, with the SDK's own retries: nothing of it mails anybody. */
export function controlPlaneClient(config: SESClientConfig = {}): SESClient {
  return new SESClient(config);
}
