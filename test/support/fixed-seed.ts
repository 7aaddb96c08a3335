import fc from 'fast-check'

// The same cases in every run: a change is judged by what it changes. PROPERTY_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_122) })
