#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../../node_modules/.cache/rechtenloket', import.meta.url));
const [node = '', program = '', ...args] = process.argv;
const frugal = ['--max-semi-space-size=2', '--heap-growing-percent=10'];

// The worker runs for months, so it takes the place of this process with flags that halve its memory (docs/performance.md). The cache
// then holds for this file too and nothing that strips types is loaded; it is one of its own, as V8 refuses code made under other flags.
if (
  args[0] === 'start' &&
  process.platform !== 'win32' &&
  !process.execArgv.some((flag) => flag.includes('semi-space'))
)
  process.execve?.(node, [node, ...frugal, ...process.execArgv, program, ...args], {
    ...process.env,
    NODE_COMPILE_CACHE: `${cache}/worker`,
    MALLOC_ARENA_MAX: '1',
    MALLOC_TRIM_THRESHOLD_: '131072',
    MALLOC_MMAP_THRESHOLD_: '131072',
  });

// The second run then neither strips types nor compiles: half the memory and time of a cold one.
if (process.env.NODE_COMPILE_CACHE === undefined) enableCompileCache(cache);
const { runCommand } = await import('./commands.ts');

process.exitCode = await runCommand(args);
