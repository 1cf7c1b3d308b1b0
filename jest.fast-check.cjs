// By its file, because its name leads here.
const fc = require('./node_modules/fast-check/lib/cjs/fast-check.js');

// One seed for every property: a red build is the change's doing, never luck's. `npm run fuzz` draws other seeds.
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_261_123) });

module.exports = fc;
