export const region = 'eu-central-1';
export const account = '000000000000';
/** The one caller that may do everything; the stack's functions act with their own roles. */
export const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** For the engine itself: everything it makes lies in `folder`. */
export function engineEnvironment(folder: string, port: number, smtpPort: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: folder,
    TMPDIR: folder,
    PYTHONUNBUFFERED: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    BIND_HOST: '127.0.0.1',
    MINISTACK_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    MINISTACK_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    SMTP_HOST: `127.0.0.1:${smtpPort}`,
    AUTH: 'true',
    USE_SSL: '1',
    SFTP_ENABLED: '0',
    IOT_MTLS_ENABLED: '0',
  };
}

/** For programs that are to take the engine for AWS. None of the caller's own AWS settings: the test can never reach a real account. */
export function callerEnvironment(endpoint: string, certificate: string, folder: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(AWS|CDK)_/.test(name));
  return {
    ...Object.fromEntries(own),
    HOME: folder,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_CA_BUNDLE: certificate,
    NODE_EXTRA_CA_CERTS: certificate,
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CI: 'true',
  };
}
