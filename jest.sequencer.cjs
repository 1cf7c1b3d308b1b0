const Sequencer = require('@jest/test-sequencer').default;

/**
 * The simulation first, in a process where nothing else has run. Many millions of promises are made in it, and each is
 * slower once another suite has asked Node.js to follow them (AsyncLocalStorage, before Node.js 24). It is also the
 * longest: whatever is short fits in beside it.
 */
module.exports = class LongestFirst extends Sequencer {
  async sort(tests) {
    const isFirst = ({ path }) => path.includes('/simulation/');
    const sorted = await super.sort(tests);
    return sorted.toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one)));
  }
};
