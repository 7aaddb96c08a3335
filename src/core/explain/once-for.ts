/** Tells of one and the same thing in one and the same frozen object, which advices share. */
export function onceFor<Thing extends object, Told extends object>(
  tell: (thing: Thing) => Told,
): (thing: Thing) => Told {
  const told = new WeakMap<Thing, Told>()
  return (thing) => {
    const found = told.get(thing)
    if (found) return found
    const made = Object.freeze(tell(thing))
    told.set(thing, made)
    return made
  }
}
