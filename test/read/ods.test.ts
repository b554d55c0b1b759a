import { join } from 'node:path'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf, type Cell, type Row, type Sheet } from '../../src/read/cells.js'
import { openInput } from '../../src/read/open-input.js'
import { readServiceLog } from '../../src/read/read-service-log.js'

const fixtures = join(import.meta.dirname, '../../fixtures')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'korvaus-ods-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('an OpenDocument spreadsheet', () => {
  it('saved by LibreOffice from a workbook reads to the very same service log', async () => {
    const [ods, xlsx] = await Promise.all([join(fixtures, 'read/ods/palveluloki.ods'), join(fixtures, 'example/workspace/palveluloki.xlsx')].map((path) => readServiceLog([{ path, name: 'log' }])))
    expect({ ...ods, files: [] }).toEqual({ ...xlsx, files: [] })
    expect(ods?.items.length).toBeGreaterThan(100)
  })

  it('gives values of every type as the file holds them', async () => {
    const cells = await firstRow(`<table:table-row>
      <table:table-cell office:value-type="float" office:value="80.29"><text:p>80,29 €</text:p></table:table-cell>
      <table:table-cell office:value-type="currency" office:value="1234.5"><text:p>1 234,50 €</text:p></table:table-cell>
      <table:table-cell office:value-type="percentage" office:value="0.24"><text:p>24 %</text:p></table:table-cell>
      <table:table-cell office:value-type="currency" office:currency="SEK" office:value="100"><text:p>100 kr</text:p></table:table-cell>
      <table:table-cell office:value-type="time" office:time-value="PT07H30M00S"><text:p>07:30</text:p></table:table-cell>
      <table:table-cell office:value-type="date" office:date-value="2026-03-01"><text:p>1.3.2026</text:p></table:table-cell>
      <table:table-cell office:value-type="date" office:date-value="2026-03-01T10:30:00"><text:p>1.3.2026 10:30</text:p></table:table-cell>
      <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TOSI</text:p></table:table-cell>
      <table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#VIITTAUS!</text:p></table:table-cell>
      <table:table-cell table:formula="of:=[.A1]*2"/>
      <table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b &amp; <text:span>c</text:span></text:p><text:p>d<text:tab/>e<text:line-break/>f</text:p></table:table-cell>
      <table:table-cell office:value-type="string"><office:annotation><text:p>a remark beside it</text:p></office:annotation><text:p>g</text:p></table:table-cell>
    </table:table-row>`)
    expect(cells).toEqual([
      { kind: 'number', text: '80.29' },
      { kind: 'number', text: '1234.5' },
      { kind: 'measure', text: '0.24', unit: '%' },
      { kind: 'measure', text: '100', unit: 'SEK' },
      { kind: 'measure', text: 'PT07H30M00S', unit: 'h:mm' },
      { kind: 'date', text: '2026-03-01', date: '2026-03-01' },
      { kind: 'date', text: '2026-03-01T10:30:00', date: '2026-03-01' },
      { kind: 'boolean', text: 'TRUE' },
      { kind: 'error', text: '#VIITTAUS!' },
      { kind: 'formula-without-value', text: '' },
      { kind: 'text', text: 'a  b & c\nd\te\nf' },
      { kind: 'text', text: 'g' },
    ])
  })

  it('gives the unit that only the style of a cell, row or column shows', async () => {
    const format = (name: string, kind: string, inside: string) => `<number:${kind}-style style:name="${name}">${inside}</number:${kind}-style>`
    const style = (name: string, number: string) => `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="${number}"/>`
    const styles = format('N1', 'number', '<number:number number:decimal-places="2"/><number:text> kr</number:text>')
      + format('N2', 'currency', '<number:currency-symbol number:language="fi">€</number:currency-symbol><number:number/>')
      + style('dollars', 'N3')
      + format('N3', 'currency', '<number:currency-symbol>$</number:currency-symbol><number:number/>')
      + format('N4', 'number', '<number:number number:display-factor="1000"/>')
      + format('N5', 'percentage', '<number:number/><number:text>%</number:text>')
      + style('kronor', 'N1') + style('euros', 'N2') + style('thousands', 'N4') + style('share', 'N5')
      + '<style:style style:name="bold" style:family="table-cell" style:parent-style-name="kronor"/><style:style style:name="circle" style:family="table-cell" style:parent-style-name="circle"/><style:style style:name="euros" style:family="table-column" style:data-style-name="N1"/>'
    const seven = (name?: string) => `<table:table-cell ${name === undefined ? '' : `table:style-name="${name}" `}office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>`
    const [sheet] = await opened(table('T', `<table:table-column table:number-columns-repeated="5"/><table:table-column table:default-cell-style-name="kronor"/><table:table-column table:default-cell-style-name="Default"/>
      <table:table-row>${['kronor', 'euros', 'dollars', 'thousands', 'share', undefined, undefined, 'euros', 'bold', 'circle'].map((name) => seven(name)).join('')}</table:table-row>
      <table:table-row table:default-cell-style-name="dollars">${seven()}${seven('unknown')}</table:table-row>`), styles)
    const units = (await rowsIn(sheet)).map(({ cells }) => cells.map((cell) => cell?.kind === 'measure' ? cell.unit : cell?.kind))
    expect(units).toEqual([['kr', 'number', '$', '×1000', '%', 'kr', 'number', 'number', 'kr', 'number'], ['$', 'number']])
  })

  it('looks for number formats among the named styles too, where LibreOffice keeps those of a workbook that it has imported', async () => {
    const kronor = '<number:number-style style:name="N1"><number:number/><number:text> kr</number:text></number:number-style>'
    const named = `<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:number="n"><office:styles>${kronor}<number:percentage-style style:name="N2"/><style:style style:name="Osuus" style:family="table-cell" style:data-style-name="N2"/></office:styles><office:automatic-styles>${kronor.replace('N1', 'N3')}</office:automatic-styles></office:document-styles>`
    const style = (name: string, more: string) => `<style:style style:name="${name}" style:family="table-cell" ${more}/>`
    const styles = `<number:number-style style:name="N2"><number:number/></number:number-style>${style('ce1', 'style:data-style-name="N1"')}${style('ce2', 'style:parent-style-name="Osuus"')}${style('ce3', 'style:data-style-name="N3"')}`
    const content = table('T', `<table:table-row>${['ce1', 'Osuus', 'ce3', 'ce2'].map((name) => `<table:table-cell table:style-name="${name}" office:value-type="float" office:value="7"/>`).join('')}</table:table-row>`)
    const { sheets } = await openInput({ path: written({ content, styles, named }), name: 'log.ods' })
    // Each style finds its format first where it stands itself; those of page heads are none for the tables.
    expect((await rowsIn(sheets[0]))[0]?.cells.map((cell) => cell?.kind === 'measure' ? cell.unit : cell?.kind)).toEqual(['kr', '%', 'number', '%'])
  })

  it('takes a number that only its style shows as a day or a time for one, by the date system of the document', async () => {
    const styles = '<number:date-style style:name="N1"><number:day/><number:text>.</number:text><number:month/></number:date-style><number:time-style style:name="N2"><number:hours/></number:time-style><style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="time" style:family="table-cell" style:data-style-name="N2"/>'
    const row = (day: string) => table('T', `<table:table-row><table:table-cell table:style-name="day" office:value-type="float" office:value="${day}"/><table:table-cell table:style-name="time" office:value-type="float" office:value="0.3125"/></table:table-row>`)
    const time: Cell = { kind: 'measure', text: '0.3125', unit: 'h:mm' }
    const [from1900] = await opened(row('46086'), styles)
    const [from1904] = await opened(`<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>${row('44624')}`, styles)
    expect((await rowsIn(from1900))[0]?.cells).toEqual([{ kind: 'date', text: '46086', date: '2026-03-05' }, time])
    expect((await rowsIn(from1904))[0]?.cells).toEqual([{ kind: 'date', text: '44624', date: '2026-03-05' }, time])
  })

  it('leaves out of a cell what is anchored to it: text boxes, drawings and readings in other signs', async () => {
    const box = '<draw:frame><draw:text-box><text:p>of a box</text:p></draw:text-box></draw:frame>'
    const cells = await firstRow(`<table:table-row>
      <table:table-cell>${box}</table:table-cell>
      <table:table-cell office:value-type="string">${box}<draw:g><draw:custom-shape><text:p>of a<text:s/>shape</text:p></draw:custom-shape></draw:g><text:p>of the cell</text:p></table:table-cell>
      <table:table-cell office:value-type="string"><text:p><text:ruby><text:ruby-base>kuva</text:ruby-base><text:ruby-text>reading</text:ruby-text></text:ruby></text:p></table:table-cell>
    </table:table-row>`)
    expect(cells).toEqual([undefined, { kind: 'text', text: 'of the cell' }, { kind: 'text', text: 'kuva' }])
  })

  it('takes white space of the file for one space, and the tags of spaces for as many', async () => {
    const cells = await firstRow(`<table:table-row>
      <table:table-cell office:value-type="string"><text:p>
        Käynti  ja
        <text:span> tulkki</text:span>, <text:s/>Åbo<text:s text:c="2"/> x<text:tab/> y
      </text:p></table:table-cell>
      <table:table-cell office:value-type="string"><text:p>a&#10;b</text:p><text:p> c</text:p></table:table-cell>
    </table:table-row>`)
    expect(cells.map((cell) => cell?.text.trimEnd())).toEqual(['Käynti ja tulkki,  Åbo   x\t y', 'a b\nc'])
  })

  it('takes the error that a formula shows for one, whatever is stored beside it, and the same words typed for a text', async () => {
    const cells = await firstRow(`<table:table-row>
      <table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="#DIV/0!"><text:p>#DIV/0!</text:p></table:table-cell>
      <table:table-cell table:formula="=#N/A" office:value-type="float" office:value="0"><text:p>#N/A</text:p></table:table-cell>
      <table:table-cell office:value-type="string"><text:p>#DIV/0!</text:p></table:table-cell>
    </table:table-row>`)
    expect(cells).toEqual([{ kind: 'error', text: '#DIV/0!' }, { kind: 'error', text: '#N/A' }, { kind: 'text', text: '#DIV/0!' }])
  })

  it('takes a formula that shows an empty text for an empty cell, as LibreOffice writes it, and one that shows nothing for one without a value', async () => {
    const cells = await firstRow('<table:table-row><table:table-cell office:value-type="float" office:value="1"/><table:table-cell table:formula="of:=IF([.A1]&gt;1;1;&quot;&quot;)"><text:p/></table:table-cell><table:table-cell table:formula="of:=[.A1]"/><table:table-cell table:formula="of:=[.A1]"><text:p>1</text:p></table:table-cell></table:table-row>')
    const missing: Cell = { kind: 'formula-without-value', text: '' }
    expect(cells).toEqual([{ kind: 'number', text: '1' }, undefined, missing, missing])
  })

  it('has no sheets for what LibreOffice keeps of the other documents that its formulas ask', async () => {
    const row = (value: string) => `<table:table-row><table:table-cell office:value-type="float" office:value="${value}"/></table:table-row>`
    const sheets = await opened(table('Kustannukset', row('1')) + table('&apos;file:///example/hinnat.ods&apos;#Kustannukset', row('2'), 'ta_extref') + table('Asiakkaat', row('3')))
    expect(await Promise.all(sheets.map(async (sheet) => [sheet.name, (await rowsIn(sheet)).map(({ cells }) => cells[0]?.text)]))).toEqual([['Kustannukset', ['1']], ['Asiakkaat', ['3']]])
  })

  it('reads beside a manifest that names its document type, as OpenOffice 2 wrote it', async () => {
    const manifest = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">\n<manifest:manifest xmlns:manifest="m"/>'
    const { sheets } = await openInput({ path: written({ content: table('T', ''), manifest }), name: 'log.ods' })
    expect(sheets.map(({ name }) => name)).toEqual(['T'])
  })

  it('counts repeated rows and cells, and leaves out those that hold nothing', async () => {
    const [sheet] = await opened(table('T', `
      <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/></table:table-row>
      <table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`))
    const seven: Cell = { kind: 'number', text: '7' }
    expect(await rowsIn(sheet)).toEqual([4, 5].map((number) => ({ number, hidden: false, cells: [undefined, undefined, seven, seven] })))
  })

  it('tells what is hidden and what is merged', async () => {
    const hiddenStyle = '<style:style style:name="ta9"><style:table-properties table:display="false"/></style:style>'
    const [shown, hidden] = await opened(
      table('Shown', `<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>
        <table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="3" office:value-type="float" office:value="1"/><table:covered-table-cell/></table:table-row>
        <table:table-row table:visibility="filter"><table:table-cell office:value-type="float" office:value="2"/></table:table-row>`)
      + table('Hidden', '<table:table-row><table:table-cell office:value-type="float" office:value="3"/></table:table-row>', 'ta9'),
      hiddenStyle,
    )
    expect((await rowsIn(shown)).map(({ hidden: row }) => row)).toEqual([false, true])
    expect([...(shown?.hiddenColumns ?? [])]).toEqual([1, 2])
    expect(shown?.merges).toEqual([{ firstRow: 1, lastRow: 3, firstColumn: 0, lastColumn: 1 }])
    expect([shown?.hidden, hidden?.hidden]).toEqual([false, true])
    expect((await rowsIn(hidden)).map(({ cells }) => cells)).toEqual([[{ kind: 'number', text: '3' }]])
  })

  it.each([
    ['a file under a password', { manifest: '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>' }, 'input-encrypted'],
    ['a row repeated a million times', { content: table('T', '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>') }, 'input-too-large'],
    ['a cell repeated beyond any column', { content: table('T', '<table:table-row><table:table-cell table:number-columns-repeated="99999" office:value-type="float" office:value="1"/></table:table-row>') }, 'input-damaged'],
    ['styles without end', { styles: Array.from({ length: 300 }, (_, index) => `<style:style style:name="${'a'.repeat(60_000)}${index}" style:family="table-cell" style:data-style-name="N"/>`).join('') }, 'input-too-large'],
    ['entities of its own', { doctype: '<!DOCTYPE x [<!ENTITY a "aaaa">]>' }, 'input-damaged'],
  ])('is refused by name for %s', async (_, parts, code) => {
    const path = written(parts)
    await expect((async () => {
      const { sheets } = await openInput({ path, name: 'log.ods' })
      for (const sheet of sheets) await rowsIn(sheet)
    })()).rejects.toMatchObject({ code })
  })
})

function table(name: string, rows: string, style = 'ta1'): string {
  return `<table:table table:name="${name}" table:style-name="${style}">${rows}</table:table>`
}

function written({ content = table('T', ''), styles = '', named, manifest, doctype = '' }: { content?: string; styles?: string; named?: string; manifest?: string; doctype?: string }): string {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>${doctype}<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${content}</office:spreadsheet></office:body></office:document-content>`
  const path = join(mkdtempSync(join(folder, 'file-')), 'log.ods')
  writeFileSync(path, zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }], 'content.xml': strToU8(xml), ...(named === undefined ? {} : { 'styles.xml': strToU8(named) }), ...(manifest === undefined ? {} : { 'META-INF/manifest.xml': strToU8(manifest) }) }))
  return path
}

async function opened(content: string, styles = ''): Promise<readonly Sheet[]> {
  return (await openInput({ path: written({ content, styles }), name: 'log.ods' })).sheets
}

async function rowsIn(sheet: Sheet | undefined): Promise<Row[]> {
  const rows: Row[] = []
  if (sheet !== undefined) for await (const row of rowsOf(sheet)) rows.push(row)
  return rows
}

async function firstRow(row: string): Promise<readonly (Cell | undefined)[]> {
  const [sheet] = await opened(table('T', row))
  return (await rowsIn(sheet))[0]?.cells ?? []
}
