import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { changesBetween } from '../authoring/testing/document-change'
import { editText } from '../authoring/testing/edit-text'
import { saysSomething } from '../authoring/testing/expectation'
import { restateExpectation } from '../authoring/testing/restate-expectation'
import type { FixtureResult } from '../authoring/testing/run-fixture'
import type { Updated } from '../authoring/testing/run-json'

/** What each failing fixture would have to say to hold. One that would say nothing is left as it is. */
export function planUpdates(failed: readonly FixtureResult[]): readonly Updated[] {
  return failed.flatMap(({ fixture, advice, outcomes }) => {
    if (!advice || !outcomes) return []
    const restated = restateExpectation(fixture.expect, advice, outcomes)
    const changes = changesBetween(fixture.expect, restated, ['expect'])
    return changes.length === 0 || !saysSomething(restated) ? [] : [{ file: fixture.file, changes }]
  })
}

/** Writes the changes into the files, and nothing else in them. Throws what the file system throws. */
export function writeUpdates(directory: string, updates: readonly Updated[]): void {
  for (const { file, changes } of updates) {
    const path = join(directory, file)
    writeFileSync(path, editText(file, readFileSync(path, 'utf8'), changes))
  }
}
