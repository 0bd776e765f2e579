import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { describeBoardStorage } from './board-storage-rules'

describeBoardStorage('memory', { make: createMemoryBoardStorage })
