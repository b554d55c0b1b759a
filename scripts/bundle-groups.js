import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = join(dirname(fileURLToPath(import.meta.url)), '..', 'src')

/**
 * What a command loads when it is called would fall into a hundred small files, one for each set of commands that need
 * them; what is used together stands together instead.
 */
const groups = [
  ['start', /^commands\/program|^cli\/options|^workspace\/write-fault/],
  ['failure', /^cli\/(?:usage-failure|failure|machine-failure)/],
  ['workspace', /^workspace\/load-workspace/],
  ['postgres', /^register\/dialects\/postgres/],
  ['judging', /^commands\/check\/check|^desk\/(?:session|earlier-claims)|^claim\/|^read\/replay|^report\/terminal\/|^register\/|^desk\/workspace-register/],
  ['packet', /^commands\/packet\/(?:prepare|verify|protection)|^packet\/|^formats\/|^desk\/packet|^cli\/show-file/],
  ['other', /^/],
]

const loaded = /(?<!typeof )import\('(\.[^']+)'\)/g

/** The text of a module whose loading of others leads to their groups. */
export function inGroups(text, importer) {
  return text.replaceAll(loaded, (_, path) => {
    const name = nameFrom(importer, path)
    return `import('group:${groupOf(name)}').then((all) => all.${nameIn(name)})`
  })
}

/** A module that gives those of a group by their names. */
export function groupModule(group) {
  return membersOf(group).map((name) => `export * as ${nameIn(name)} from './${name}.js'`).join('\n')
}

function membersOf(group) {
  const names = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, path, name }) => join(parentPath ?? path, name))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(loaded)].map(([, named]) => nameFrom(path, named)))
  return [...new Set(names)].sort().filter((name) => groupOf(name) === group)
}

function groupOf(name) {
  return groups.find(([, members]) => members.test(name))[0]
}

/** What a module calls another, as its path under the sources. */
function nameFrom(importer, path) {
  return relative(source, join(dirname(importer), path)).split(sep).join('/').replace(/\.js$/, '')
}

function nameIn(path) {
  return path.replaceAll(/[^a-z]/gi, '_')
}
