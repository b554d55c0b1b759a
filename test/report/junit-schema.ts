import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateXML } from 'xmllint-wasm'

const schema = readFileSync(join(import.meta.dirname, '../../fixtures/junit/junit.xsd'), 'utf8')

/** What the schema of JUnit's XML, as Jenkins and GitLab read it, says against a document. */
export async function junitFaults(xml: string): Promise<string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'junit.xml', contents: xml }], schema: [{ fileName: 'junit.xsd', contents: schema }] })
  return errors.map(({ message }) => message)
}
