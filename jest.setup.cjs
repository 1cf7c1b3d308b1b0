const fc = require('fast-check');

// The SDK's reminder to upgrade Node would be printed by every suite that makes a client.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

// One seed for every property: a red build is the change's doing, never luck's. `npm run fuzz` draws other seeds.
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_261_123) });
