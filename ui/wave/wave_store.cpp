#include "ui/wave/wave_store.h"

#include "ui/wave/spectrogram_tile.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace pieria::ui {

namespace {

constexpr std::int64_t kChunk = PeakPyramid::kBaseFrames * 4096; ///< about 11 s a task

} // namespace

WaveStore::WaveStore(Player& player, QObject* parent)
    : QObject(parent)
    , m_player(player)
{
    m_pool.setMaxThreadCount(2);
    m_growth.setInterval(120);
    connect(&m_growth, &QTimer::timeout, this, &WaveStore::readOn);
    connect(&m_player, &Player::sourceChanged, this, &WaveStore::onSourceChanged);
    connect(&m_player, &Player::previewChanged, this, &WaveStore::onSourceChanged);
    onSourceChanged();
}

WaveStore::~WaveStore()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void WaveStore::onSourceChanged()
{
    const auto source = m_player.stageSource();
    if (source == m_source && (source == nullptr || m_reader != nullptr)) {
        return;
    }
    // A finished file of the same length takes over from memory: the picture is the same.
    const bool sameSound = source != nullptr && m_source != nullptr && source->finished()
        && m_source->finished() && source->available() == m_source->available()
        && m_player.stageSourceIsAsset();
    m_source = source;
    if (sameSound) {
        return;
    }
    ++m_generation;
    m_reading = false;
    m_making.clear();
    m_tiles.clear();
    m_peaks.clear();
    const auto path = m_player.stageAssetPath();
    m_reader = path.empty() ? nullptr : makeFileReader(path);
    if (m_reader == nullptr) {
        m_reader = makeSourceReader(source);
    }
    Q_EMIT peaksChanged();
    Q_EMIT tilesChanged();
    if (m_reader != nullptr) {
        m_growth.start();
        readOn();
    } else {
        m_growth.stop();
    }
}

void WaveStore::readOn()
{
    if (m_reading || m_reader == nullptr) {
        return;
    }
    const std::int64_t from = m_peaks.frames();
    const bool finished = m_reader->finished();
    std::int64_t frames = std::min(m_reader->available() - from, kChunk);
    if (!finished || frames == kChunk) {
        // Only whole bins while more is to come.
        frames = frames / PeakPyramid::kBaseFrames * PeakPyramid::kBaseFrames;
    }
    if (frames <= 0) {
        if (finished) {
            m_growth.stop();
        }
        return;
    }
    m_reading = true;
    m_pool.start([this, reader = m_reader, from, frames, generation = m_generation] {
        std::vector<float> buffer(static_cast<std::size_t>(frames) * 2);
        reader->read(from, buffer);
        auto bins = PeakPyramid::binsOf(buffer);
        QMetaObject::invokeMethod(
            this,
            [this, generation, frames, made = std::move(bins)]() mutable {
                onPeaks(generation, std::move(made), frames);
            },
            Qt::QueuedConnection);
    });
}

void WaveStore::onPeaks(int generation, std::vector<PeakBin> bins, std::int64_t frames)
{
    if (generation != m_generation) {
        return;
    }
    m_reading = false;
    m_peaks.append(bins, frames);
    Q_EMIT peaksChanged();
    readOn();
}

const QImage* WaveStore::tile(std::int64_t index)
{
    const std::int64_t begin = index * kTileFrames;
    const auto found = m_tiles.find(index);
    const std::int64_t known = m_reader == nullptr
        ? 0
        : std::clamp<std::int64_t>(m_reader->available() - begin, 0, kTileFrames);
    const std::int64_t made = found == m_tiles.end() ? 0 : found->second.frames;
    // A growing tile is made again when it has grown by a quarter.
    const bool grown = known > made
        && (known == kTileFrames || m_reader->finished() || known - made >= kTileFrames / 4);
    if (known > 0 && grown && !m_making.contains(index)) {
        makeTile(index);
    }
    return found == m_tiles.end() ? nullptr : &found->second.image;
}

void WaveStore::makeTile(std::int64_t index)
{
    m_making.insert(index);
    const std::int64_t known
        = std::min<std::int64_t>(m_reader->available() - index * kTileFrames, kTileFrames);
    m_pool.start([this, reader = m_reader, index, known, generation = m_generation] {
        QImage image = makeSpectrogramTile(*reader, index);
        QMetaObject::invokeMethod(
            this,
            [this, generation, index, known, made = std::move(image)]() mutable {
                if (generation == m_generation) {
                    m_making.erase(index);
                    m_tiles[index] = Tile { std::move(made), known };
                    Q_EMIT tilesChanged();
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace pieria::ui
