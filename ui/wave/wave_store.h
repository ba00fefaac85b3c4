// The analysed audio of what is on the stage: peaks that grow with it, and spectrogram tiles made
// on demand. All reading happens on two io threads; results arrive on the GUI thread.
#pragma once

#include "ui/player/player.h"
#include "ui/wave/frame_reader.h"
#include "ui/wave/peak_pyramid.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <cstdint>
#include <map>
#include <memory>
#include <set>

namespace pieria::ui {

class WaveStore : public QObject
{
    Q_OBJECT
public:
    explicit WaveStore(Player& player, QObject* parent = nullptr);
    ~WaveStore() override;

    [[nodiscard]] const PeakPyramid& peaks() const { return m_peaks; }
    /// A tile of the spectrogram (see spectrogram_tile.h); null while it is being made, asking
    /// starts that. A tile that the audio has outgrown is shown until its successor is ready.
    [[nodiscard]] const QImage* tile(std::int64_t index);
    /// Tests: until everything that was asked for has arrived.
    [[nodiscard]] bool isIdle() const { return !m_reading && m_making.empty(); }

Q_SIGNALS:
    void peaksChanged();
    void tilesChanged();

private:
    struct Tile
    {
        QImage image;
        std::int64_t frames = 0; ///< how much of its stretch was there
    };
    void onSourceChanged();
    void readOn();
    void onPeaks(int generation, std::vector<PeakBin> bins, std::int64_t frames);
    void makeTile(std::int64_t index);

    Player& m_player;
    std::shared_ptr<FrameReader> m_reader;
    std::shared_ptr<const audio::AudioSource> m_source;
    PeakPyramid m_peaks;
    std::map<std::int64_t, Tile> m_tiles;
    std::set<std::int64_t> m_making;
    bool m_reading = false;
    int m_generation = 0;
    QTimer m_growth;
    QThreadPool m_pool;
};

} // namespace pieria::ui
