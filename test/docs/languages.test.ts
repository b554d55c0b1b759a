import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const docs = join(import.meta.dirname, '../../docs')
const pages = await Promise.all(['fi', 'sv'].map(async (language) => (await readdir(join(docs, language))).map((name) => ({ language, name }))))
const translated = pages.flat().filter(({ name }) => name !== 'README.md')
const pageOf = (...path: string[]) => readFile(join(docs, ...path), 'utf8')

/** The one page that speaks to those who change the program; they read it beside the code, which is in English. */
const forDevelopers = 'architecture.md'

const commands = (page: string) => [...page.matchAll(/```(?:sh|text|console)\n([\s\S]*?)```/g)].map(([, block]) => (block as string).split('\n').map((line) => line.trim()).join('\n'))
const headings = (page: string) => [...page.matchAll(/^(#+) /gm)].map(([, level]) => (level as string).length)
const targets = (page: string, folder: string) => [...page.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => resolve(folder, target as string))
const codeWords = (page: string) => [...page.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`]+)`/g)].map(([, word]) => word as string).filter((word) => /^(?:--|korvaus |[A-Z]{3}-\d{3}|policies)/.test(word)).sort()

describe('a page of the documentation in Finnish or Swedish', () => {
  it('stands in both languages, like every English one', async () => {
    const [finnish, swedish] = pages.map((all) => all.map(({ name }) => name).sort())
    expect(finnish).toEqual(swedish)
    expect(finnish).toEqual((await readdir(docs)).filter((name) => name.endsWith('.md') && name !== forDevelopers).sort())
  })

  it.each(translated)('$language/$name has the headings, command lines and options of the English one', async ({ language, name }) => {
    const [page, english] = [await pageOf(language, name), await pageOf(name)]
    expect(headings(page)).toEqual(headings(english))
    expect(commands(page)).toEqual(commands(english))
    expect(codeWords(page)).toEqual(codeWords(english))
  })

  it.each(pages.flat())('$language/$name leads only to pages and pictures that exist', async ({ language, name }) => {
    const path = join(docs, language, name)
    for (const target of targets(await readFile(path, 'utf8'), dirname(path))) await expect(readFile(target), relative(docs, target)).resolves.toBeDefined()
  })

  it.each(translated)('$language/$name is no copy of the English one', async ({ language, name }) => {
    const words = (page: string) => new Set(page.replace(/```[\s\S]*?```|\[[^\]]*\]|`[^`]*`|\([^)]*\)/g, '').toLowerCase().match(/\p{L}{4,}/gu))
    const [page, english] = [words(await pageOf(language, name)), words(await pageOf(name))]
    expect([...page].filter((word) => english.has(word)).length / page.size).toBeLessThan(0.15)
  })
})
