#!/usr/bin/env -S npx tsx
import { run } from '../cli/program.ts';

// The SDK's reminder to upgrade Node is for those who maintain this project, not for those who run a command.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

void run(process.argv);
