// Loaded before a program: it sees itself run on a Node that is too old.
Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } })
