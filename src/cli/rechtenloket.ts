#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../../node_modules/.cache/rechtenloket', import.meta.url));
const [node = '', program = '', ...args] = process.argv;

// The worker runs for months: it takes the place of this process with flags that halve its memory, and with a cache of compiled code
// that holds for this file too, so that what strips types is not loaded at all (docs/performance.md).
if (
  args[0] === 'start' &&
  process.platform !== 'win32' &&
  !process.execArgv.some((flag) => flag.includes('semi-space'))
)
  process.execve?.(
    node,
    [node, '--max-semi-space-size=1', '--heap-growing-percent=10', ...process.execArgv, program, ...args],
    {
      ...process.env,
      NODE_COMPILE_CACHE: cache,
      MALLOC_ARENA_MAX: '1',
    },
  );

// The second run then neither strips types nor compiles: half the memory and time of a cold one.
enableCompileCache(cache);
const { runCommand } = await import('./commands.ts');

process.exitCode = await runCommand(args);
