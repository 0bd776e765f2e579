import { expect, it } from 'vitest'
import { splitAtJoints } from '@/lib/text/word-joints'

it('parts a long word where a capital follows a small letter or digit', () => {
  expect(splitAtJoints('Use VolumeAttributesClass2Go now')).toEqual([
    'Use ',
    'Volume',
    'Attributes',
    'Class2',
    'Go',
    ' now',
  ])
})

it('parts a long word behind a sign that joins two sides', () => {
  expect(splitAtJoints('kubernetes-mixin/dashboards_v2')).toEqual([
    'kubernetes-',
    'mixin/',
    'dashboards_',
    'v2',
  ])
  expect(splitAtJoints('--------------')).toEqual(['--------------'])
})

it('leaves shorter words, capitals and other scripts whole', () => {
  for (const text of [
    'MemoryQoS and eBPF',
    'KUBERNETESADMISSION',
    'Übergangsregelungen',
    '可视化工作坊画布可视化工作坊画布',
  ])
    expect(splitAtJoints(text).join('|')).not.toMatch(/\S\|\S/)
})

it('loses and adds nothing', () => {
  const text = '  VolumeAttributesClass\u200bModify  x\ty '
  expect(splitAtJoints(text).join('')).toBe(text)
  expect(splitAtJoints('')).toEqual([])
})
