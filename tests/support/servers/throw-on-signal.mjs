// Loaded into a server under test: throws where nobody catches, when it is told to.
process.on('SIGUSR2', () => {
  void Promise.reject(new Error('a rejection of the test'))
  setTimeout(() => {
    throw new Error('an exception of the test')
  })
})
