import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { used } from '../packet/tools.js'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)
const windows = process.platform === 'win32'
const npm = (argv: string[], cwd: string) => run(windows ? 'npm.cmd' : 'npm', argv, { cwd, shell: windows, maxBuffer: 50_000_000 })
interface Packed { readonly filename: string; readonly unpackedSize: number; readonly files: readonly { readonly path: string; readonly size: number }[] }

let folder: string
let packed: Packed
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-package-'))
  const { stdout } = await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root)
  packed = (Object.values(JSON.parse(stdout) as Record<string, Packed>) as [Packed])[0]
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Installs as a user would; where the cache of npm lacks a package, the packages of this checkout stand in. */
async function install(into: string): Promise<void> {
  await mkdir(into)
  await writeFile(join(into, 'package.json'), '{"private":true}')
  try {
    await npm(['install', join(folder, packed.filename), '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], into)
    used('npm', [], 'install --offline from the cache')
  } catch {
    await rm(join(into, 'node_modules'), { recursive: true, force: true })
    await mkdir(join(into, 'node_modules'))
    await run('tar', ['-xzf', join(folder, packed.filename), '-C', into])
    await cp(join(into, 'package'), join(into, 'node_modules/korvaus'), { recursive: true })
    await linkDependencies(join(root, 'package.json'), join(into, 'node_modules'), new Set())
    used('npm', [], 'packages of this checkout, as the cache lacks some')
  }
}

/** Links what a package depends on, and what that depends on: no development package is among it. */
async function linkDependencies(manifest: string, into: string, done: Set<string>): Promise<void> {
  const { dependencies = {} } = JSON.parse(await readFile(manifest, 'utf8')) as { dependencies?: Record<string, string> }
  for (const name of Object.keys(dependencies)) {
    const from = join(root, 'node_modules', name)
    if (done.has(name) || !existsSync(from)) continue
    done.add(name)
    await mkdir(dirname(join(into, name)), { recursive: true })
    await symlink(from, join(into, name), 'junction')
    await linkDependencies(join(from, 'package.json'), into, done)
  }
}

describe('the package', () => {
  it('holds what it needs and nothing else', () => {
    const paths = packed.files.map(({ path }) => path)
    for (const needed of ['package.json', 'README.md', 'bin/korvaus.js', 'bundle/main.js', 'bundle/worker.js', 'bundle/LICENSES.txt', 'dist/rules/books/released.json', 'dist/formats/pdf/fonts/noto-sans-latin-400-normal.woff', 'docs/first-claim.md', 'docs/reference/korvaus.1']) expect(paths).toContain(needed)
    expect(paths.filter((path) => !/^(package\.json|README\.md|LICEN[CS]E.*|bin\/|bundle\/|dist\/(?:rules\/books|model\/words|formats\/pdf\/fonts)\/|docs\/)/.test(path))).toEqual([])
    expect(paths.filter((path) => /\.(ts|tgz|log|db|xlsx)$|^(?!docs\/pictures\/).*\.png$|\/(test|fixtures|node_modules|bench|packets)\//.test(path))).toEqual([])
    // With what it needs of its libraries, which weighed more than a hundred megabytes when they were packages of their own.
    const sizeOf = (wanted: (path: string) => boolean) => packed.files.reduce((sum, { path, size }) => (wanted(path) ? sum + size : sum), 0)
    expect(sizeOf((path) => !path.startsWith('bundle/'))).toBeLessThan(4_000_000)
    expect(sizeOf((path) => path.startsWith('bundle/') && !path.endsWith('.map'))).toBeLessThan(4_400_000)
    expect(sizeOf((path) => path.endsWith('.map'))).toBeLessThan(1_400_000)
  })

  it('tells the licence of everything that it holds of others', async () => {
    const licences = await readFile(join(root, 'bundle/LICENSES.txt'), 'utf8')
    for (const name of ['exceljs', 'pdfkit', 'zod', 'commander', 'kysely', '@fontsource/noto-sans']) expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'))
    const works = licences.split(`\n${'='.repeat(80)}\n`).slice(1)
    expect(works.length).toBeGreaterThan(50)
    expect(works.filter((work) => !/copyright|public domain|MIT|licen[cs]e/i.test(work.split('\n').slice(1).join('\n')) || work.length < 150)).toEqual([])
  })

  it('imports what an installation brings, and no package of the development', async () => {
    const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
    const code = packed.files.map(({ path }) => path).filter((path) => /^(?:bundle|bin)\/.*\.js$/.test(path))
    const { metafile } = await build({ absWorkingDir: root, entryPoints: code, outdir: folder, bundle: true, splitting: true, packages: 'external', platform: 'node', format: 'esm', metafile: true, write: false, logLevel: 'error' })
    const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external).map(({ path }) => path))
    const required = await Promise.all(code.map(async (path) => [...(await readFile(join(root, path), 'utf8')).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name as string)))
    const names = [...new Set([...imported, ...required.flat()].map((path) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] as string))].filter((name) => !isBuiltin(name))
    expect(names).toContain('libsql')
    expect(names.filter((name) => !Object.hasOwn(dependencies, name))).toEqual([])
  })

  it('holds every page and picture that its pages lead to', async () => {
    const paths = new Set(packed.files.map(({ path }) => path))
    const pages = [...paths].filter((path) => path.endsWith('.md'))
    expect(pages.length).toBeGreaterThan(30)
    const leading = await Promise.all(pages.map(async (page) => {
      const links = [...(await readFile(join(root, page), 'utf8')).replaceAll(/```[^]*?```/g, '').matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, link]) => link as string).filter((link) => !/^[a-z]+:/.test(link))
      return links.map((link) => ({ page, link, path: posix.join(posix.dirname(page), link) }))
    }))
    expect(leading.flat().length).toBeGreaterThan(50)
    expect(leading.flat().filter(({ path }) => !paths.has(path) && ![...paths].some((one) => one.startsWith(`${path.replace(/\/$/, '')}/`)))).toEqual([])
  })

  it('installs in an empty folder without a network and makes a claim there', { timeout: 240_000 }, async () => {
    const into = join(folder, 'app')
    await install(into)
    const korvaus = (...argv: string[]) => run(process.execPath, [join(into, 'node_modules/korvaus/bin/korvaus.js'), ...argv], { cwd: join(into, 'claims') }).catch((error: { code: number; stdout: string; stderr: string }) => error)
    await mkdir(join(into, 'claims'))
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    expect((await korvaus('--version')).stdout.trim()).toBe(version)
    await cp(join(root, 'fixtures/read/erp-export/ostolaskut.csv'), join(into, 'claims/ostolaskut.csv'))
    expect((await korvaus('init', '--yes', '--lang', 'en', '--claimant', 'Varsinais-Suomi', '--input', 'ostolaskut.csv', '--map', 'Tosite nro=voucher+id', '--map', 'Tuottajan luokka=providerKind', '--value', 'category:Kuljetukset=OTHER')).stdout).toContain('rule book')
    await rm(join(into, 'claims'), { recursive: true })
    await mkdir(join(into, 'claims'))
    for (const name of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(root, 'fixtures/example/workspace', name), join(into, 'claims', name))
    await korvaus('prepare', '--period', '2026-03', '--as-of', '2026-11-23', '--yes')
    const verified = await korvaus('verify', 'packets/korvaus_1234567-1_2026-03_01', '--lang', 'en')
    expect(verified, verified.stderr).not.toHaveProperty('code')
    expect((await korvaus('rules', 'list')).stdout).toContain('DL-001')
  })
})
