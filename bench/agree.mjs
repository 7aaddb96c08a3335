import { isDeepStrictEqual } from 'node:util'

/** Fails, with the smallest case it can find, unless every engine gives the same met questions on every case. */
export async function checkAgreement(engines, snapshots, readCase) {
  const [first, ...others] = engines
  for (const snapshot of snapshots) {
    const one = readCase(snapshot)
    const expected = await metBy(first, one)
    for (const other of others)
      if (!isDeepStrictEqual(await metBy(other, one), expected))
        throw new Error(await describe(first, other, snapshot, readCase))
  }
}

async function metBy({ prepare, run, met }, one) {
  return met(await run(prepare(one))).toSorted()
}

async function describe(first, other, snapshot, readCase) {
  const differs = async (candidate) => {
    const one = readCase(candidate)
    return !isDeepStrictEqual(await metBy(first, one), await metBy(other, one))
  }
  const smallest = await shrink(snapshot, differs)
  const one = readCase(smallest)
  const [left, right] = [await metBy(first, one), await metBy(other, one)]
  const only = (name, some, rest) => `met only by ${name}: ${some.filter((id) => !rest.includes(id)).join(', ') || '-'}`
  return [
    'engines differ on this case:',
    JSON.stringify(smallest, null, 2),
    only(first.name, left, right),
    only(other.name, right, left),
  ].join('\n')
}

/** Leaves out whatever can be left out while they still differ: whole groups of facts first. */
async function shrink(snapshot, differs) {
  const small = structuredClone(snapshot)
  for (const { parent, key } of placesIn(small)) {
    const before = structuredClone(parent)
    if (Array.isArray(parent)) parent.splice(key, 1)
    else delete parent[key]
    if (!(await differs(small).catch(() => false))) restore(parent, before)
  }
  return small
}

/** What could be left out, from the last to the first: a part before the parts of that part. */
function* placesIn(parent) {
  for (const key of Object.keys(parent).reverse()) {
    yield { parent, key }
    if (typeof parent[key] === 'object') yield* placesIn(parent[key])
  }
}

function restore(part, before) {
  if (Array.isArray(part)) part.splice(0, part.length, ...before)
  else Object.assign(part, before)
}
