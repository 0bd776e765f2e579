import { createMemoryOfflineStorage } from '@/components/board/offline/memory-offline-storage'
import { describeOfflineStorage } from './offline-storage-rules'

describeOfflineStorage(() => Promise.resolve(createMemoryOfflineStorage()))
