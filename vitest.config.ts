import { defineConfig } from 'vitest/config'

/** Kinds of tests that take long by nature: mutants, fuzzing, kills, memory, whole packets, processes and pages in a browser. */
const slow = [
  'test/cli/names-of-files.test.ts',
  'test/docs/command-lines.test.ts',
  'test/docs/operating.test.ts',
  'test/end-to-end/**',
  'test/package/**',
  'test/packet/determinism*.test.ts',
  'test/packet/leak.test.ts',
  'test/packet/releases.test.ts',
  'test/packet/tampering-table.test.ts',
  'test/packet/page.test.ts',
  'test/read/fuzz.test.ts',
  'test/read/hostile.test.ts',
  'test/read/memory.test.ts',
  'test/read/corpus.test.ts',
  'test/register/killed.test.ts',
  'test/register/several-at-once.test.ts',
  'test/register/life-properties.test.ts',
  'test/rules/books/**',
  'test/batch/**',
]

const shared = {
  globalSetup: ['test/say-tools.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
  env: { TZ: 'UTC', NO_COLOR: '1' },
}

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'slow', include: slow.map((path) => (path.endsWith('.ts') ? path : `${path}/*.test.ts`)) } },
      { test: { ...shared, name: 'quick', include: ['test/**/*.test.ts'], exclude: slow } },
    ],
  },
})
