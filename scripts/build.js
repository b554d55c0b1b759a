// Compiles src to dist, copies the rule books and other data files beside the compiled code, and bundles the program.
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleProgram } from './bundle.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
rmSync(join(root, 'dist'), { recursive: true, force: true })
const compiled = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', root], { cwd: root, stdio: 'inherit' })
if (compiled.status !== 0) process.exit(compiled.status ?? 1)
cpSync(join(root, 'src/rules/books'), join(root, 'dist/rules/books'), { recursive: true })
cpSync(join(root, 'src/model/words'), join(root, 'dist/model/words'), { recursive: true, filter: (path) => !path.endsWith('.ts') })

const { buildBooks } = await import('../dist/rules/build-books.js')
await buildBooks()
await bundleProgram()
