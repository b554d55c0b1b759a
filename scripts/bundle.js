// Bundles the program into few files for the package, with what it needs of its libraries, their licences and source maps.
import { build } from 'esbuild'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { groupModule, inGroups } from './bundle-groups.js'
import { licencesOf } from './licences.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'bundle')

/** Native code stays a package of its own: its files differ by machine. */
const external = ['libsql']
/** Parts of libraries that the program never calls, and that weigh more than all of its own code. */
const leftOut = [
  { of: 'exceljs', filter: /\/csv\/csv$/ },
  { of: 'fontkit', filter: /^brotli\/decompress/ },
  { of: '@inquirer', filter: /^@inquirer\/external-editor$/ },
  { of: 'pg', filter: /^pg-native$/ },
]
/** Of a library that loads all its parts at once, the one that is used. */
const usedParts = new Map([['exceljs', "module.exports = { Workbook: require('exceljs/lib/doc/workbook.js') }"]])

const fontFiles = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'].flatMap((subset) => [400, 600].map((weight) => `noto-sans-${subset}-${weight}-normal.woff`))
/** What libraries read beside their code, and the fonts of the form. */
const data = [['bundle/data/sRGB_IEC61966_2_1.icc', 'pdfkit/js/data/sRGB_IEC61966_2_1.icc'], ...fontFiles.map((name) => [`dist/formats/pdf/fonts/${name}`, `@fontsource/noto-sans/files/${name}`])]

export async function bundleProgram() {
  rmSync(folder, { recursive: true, force: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { main: 'src/main.ts', signals: 'src/cli/signals.ts', worker: 'src/commands/batch/worker.ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: '[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20.10',
    external,
    metafile: true,
    sourcemap: true,
    sourcesContent: false,
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
    plugins: [ownFiles(), librariesInPart()],
  })
  for (const [name, from] of data) cpSync(join(root, 'node_modules', from), join(root, name), { recursive: true })
  writeFileSync(join(folder, 'LICENSES.txt'), licencesOf(root, [...Object.keys(metafile.inputs), ...data.map(([, from]) => `node_modules/${from}`)]))
}

/** Keeps each module's own place, from which it finds its data, and lets what it does not use of its schemas' library fall away. */
function ownFiles() {
  return {
    name: 'own-files',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^group:/ }, ({ path }) => ({ path: path.slice(6), namespace: 'group' }))
      onLoad({ filter: /^/, namespace: 'group' }, ({ path }) => ({ resolveDir: join(root, 'src'), contents: groupModule(path) }))
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
        const built = join('..', 'dist', relative(join(root, 'src'), path)).split(sep).join('/').replace(/\.ts$/, '.js')
        const text = inGroups(await readFile(path, 'utf8'), path)
        return { loader: 'ts', contents: text.replaceAll('import.meta.url', `new URL('${built}', import.meta.url).href`).replace(/^import \{ z \} from 'zod'$/m, "import * as z from 'zod'") }
      })
    },
  }
}

function librariesInPart() {
  const namespace = 'in-part'
  return {
    name: 'libraries-in-part',
    setup({ onLoad, onResolve }) {
      for (const { of, filter } of leftOut) onResolve({ filter }, ({ path, importer }) => (importer.includes(`/node_modules/${of}/`) ? { path, namespace } : undefined))
      for (const name of usedParts.keys()) onResolve({ filter: new RegExp(`^${name}$`) }, ({ path }) => ({ path, namespace }))
      onLoad({ filter: /./, namespace }, ({ path }) => ({ contents: usedParts.get(path) ?? 'module.exports = {}', resolveDir: root }))
      // Where a library's code comes from is no help to whoever looks for a fault in this program.
      onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8')
        return { contents: text + mapOfNothing(text.split('\n').length) }
      })
    },
  }
}

/** A source map that says of no line of a file where it comes from. */
function mapOfNothing(lines) {
  const map = { version: 3, sources: [''], names: [], mappings: `${';'.repeat(lines)}AAAA` }
  return `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`
}
