import { posix } from 'node:path'
import { KorvausError } from '../../model/errors.js'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook that people mark by hand has a few megabytes. */
const mostUnpacked = 400_000_000

export interface PackageRelation {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** The parts of a workbook file, changed part by part; a part that nobody touches keeps its bytes. */
export class PackageParts {
  readonly #parts: Map<string, Uint8Array>

  /** Throws `input-too-large` for a workbook that unpacks to more than anybody's hand could fill; `path` names it. */
  constructor(bytes: Uint8Array, path: string) {
    let left = mostUnpacked
    const filter = ({ originalSize }: { readonly originalSize: number }) => {
      left -= originalSize
      if (left < 0) throw new KorvausError('input-too-large', { path, limit: `${mostUnpacked / 1_000_000} MB` })
      return true
    }
    // Each part is unpacked into as many bytes as the directory says, and never more.
    this.#parts = new Map(Object.entries(unzipSync(bytes, { filter })))
  }

  text(name: string): string | undefined {
    const bytes = this.#parts.get(name)
    return bytes === undefined ? undefined : strFromU8(bytes)
  }

  write(name: string, text: string): void {
    this.#parts.set(name, strToU8(text))
  }

  /** A name of this form that no part has: `xl/comments3.xml`. */
  freeName(before: string, after: string): string {
    let number = 1
    while (this.#parts.has(`${before}${number}${after}`)) number += 1
    return `${before}${number}${after}`
  }

  /** The relations of a part, their targets as names of parts. */
  relations(part: string): PackageRelation[] {
    const xml = this.text(relationsOf(part)) ?? ''
    return [...xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].filter(([tag]) => !/TargetMode="External"/.test(tag)).map(([tag]) => {
      const { Id = '', Type = '', Target = '' } = attributesOf(tag)
      return { id: Id, type: Type.split('/').at(-1) ?? '', target: Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(part), Target) }
    })
  }

  /** Adds a relation to another part and says its ID. */
  relate(part: string, type: string, target: string): string {
    const name = relationsOf(part)
    const xml = this.text(name) ?? '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    const taken = new Set([...xml.matchAll(/\bId="([^"]*)"/g)].map((match) => match[1]))
    let number = 1
    while (taken.has(`rIdKorvaus${number}`)) number += 1
    const tag = `<Relationship Id="rIdKorvaus${number}" Type="${relationTypes}/${type}" Target="${posix.relative(posix.dirname(part), target)}"/>`
    this.write(name, xml.replace(/<Relationships\b([^>]*?)\/>|<\/Relationships>/, (end, attributes: string | undefined) => (end.startsWith('</') ? `${tag}${end}` : `<Relationships${attributes ?? ''}>${tag}</Relationships>`)))
    return `rIdKorvaus${number}`
  }

  /** Declares what a new part holds. */
  declare(part: string, type: string): void {
    const name = '[Content_Types].xml'
    const xml = this.text(name) ?? ''
    if (xml.includes(`PartName="/${part}"`)) return
    this.write(name, xml.replace('</Types>', `<Override PartName="/${part}" ContentType="${type}"/></Types>`))
  }

  bytes(): Uint8Array {
    return zipSync(Object.fromEntries(this.#parts), { mtime: new Date(1980, 0, 1), level: 6 })
  }
}

/** The attributes of a tag, with their entities resolved. */
export function attributesOf(tag: string): Record<string, string> {
  return Object.fromEntries([...tag.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((match) => [match[1] as string, plain(match[2] ?? match[3] ?? '')]))
}

function plain(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) =>
    name === undefined ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) : (named[name] ?? whole))
}

function relationsOf(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)
}
