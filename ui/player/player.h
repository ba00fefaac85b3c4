// Plays the take on the stage. The engine below knows frames of one source; the Player knows takes:
// which source belongs to which, when an edit made a source stale, and how to swap without a gap.
#pragma once

#include "audio/engine/audio_engine.h"
#include "ui/edit/document.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace pieria::ui {

/// A stretch of the piece that repeats. Kept in ticks, so that it stays on its bars when the tempo
/// changes.
struct LoopRegion
{
    Tick begin = 0;
    Tick end = 0; ///< > begin
    bool enabled = true;
    bool operator==(const LoopRegion&) const = default;
};

/// A piece that is still being made: shown and played before it is a take.
struct StagePreview
{
    Score score; ///< notes so far
    Tick finishedUntil = 0; ///< everything before is final
    std::shared_ptr<const audio::AudioSource> source; ///< null until there is something to hear
};

/// What the Player needs from outside. Both may be empty.
struct PlayerHooks
{
    /// Opens the rendered mix of a take.
    std::function<Result<std::shared_ptr<const audio::AudioSource>>(const AssetId&)> openAsset;
    /// Where that file is, for the pictures of the sound; without it they read what is played.
    std::function<std::filesystem::path(const AssetId&)> assetPath;
    /// Renders a take again after an edit and calls offerSource with the result (a growing source
    /// may be offered at once). A render of the same take that still runs must be given up.
    std::function<void(const TakeId&)> render;
};

class Player : public QObject
{
    Q_OBJECT
public:
    static constexpr int kRenderDelayMs = 350; ///< quiet time after an edit before it is rendered
    static constexpr int kTickMs = 33; ///< position signals while playing

    /// `document` and `engine` must outlive the player.
    Player(Document& document, audio::AudioEngine& engine, PlayerHooks hooks = {},
        QObject* parent = nullptr);
    ~Player() override;
    void setHooks(PlayerHooks hooks);

    // Transport.
    void play();
    void pause();
    void togglePlay();
    void stop(); ///< and back to the start, or to the loop's start
    void seek(Frames position); ///< clamped to the take
    void seekTick(Tick tick);
    void nudge(int beats); ///< moves by beats, to a whole beat
    void setVolume(Decibels volume);
    [[nodiscard]] Decibels volume() const { return m_volume; }
    [[nodiscard]] audio::TransportState state() const;
    [[nodiscard]] bool isPlaying() const;
    [[nodiscard]] Frames position() const;
    [[nodiscard]] Tick positionTick() const;
    /// Of the finished source, else as long as the score says.
    [[nodiscard]] Frames length() const;
    /// What can be heard already; smaller than length() while the piece grows.
    [[nodiscard]] Frames available() const;

    // Loop; kept in the document's view state.
    void setLoop(std::optional<LoopRegion> loop);
    void setLoopEnabled(bool enabled); ///< a loop over the whole take when there is none
    [[nodiscard]] const std::optional<LoopRegion>& loop() const { return m_loop; }

    // Sources.
    /// A better source for a take. Used at once when nothing plays; while playing as soon as it
    /// holds audio beyond the playhead, so that a growing render never cuts the sound off.
    void offerSource(const TakeId& take, std::shared_ptr<const audio::AudioSource> source);
    [[nodiscard]] std::shared_ptr<const audio::AudioSource> source(const TakeId& take) const;
    /// What sounds when played: of the preview, else of the current take.
    [[nodiscard]] std::shared_ptr<const audio::AudioSource> stageSource() const;
    /// It is read from the take's asset rather than from memory.
    [[nodiscard]] bool stageSourceIsAsset() const;
    /// The file of the asset that sounds; empty when it sounds from memory.
    [[nodiscard]] std::filesystem::path stageAssetPath() const;
    /// The edit is not in what sounds yet.
    [[nodiscard]] bool isStale(const TakeId& take) const;
    /// Renders the take on the stage now instead of after the delay; for takes without audio too.
    void renderNow();
    /// Integrated loudness of the rendered mix in LUFS, for display.
    void setLoudness(const TakeId& take, double lufs);
    [[nodiscard]] std::optional<double> loudness() const;

    // While a piece is being made.
    /// Puts a piece in the making on the stage; the take below keeps its place. Call again as it
    /// grows. When it is finished: offerSource(its id, source), insert the take, endPreview();
    /// the sound goes on.
    void setPreview(StagePreview preview);
    void endPreview();
    [[nodiscard]] const std::optional<StagePreview>& preview() const { return m_preview; }
    /// What is on the stage: the preview's notes, else the current take's; null when empty.
    [[nodiscard]] const Score* score() const;

    // A/B.
    void setCompare(std::optional<TakeId> a, std::optional<TakeId> b);
    [[nodiscard]] bool canCompare() const;
    /// Puts the other take on the stage; the position goes on and the sound has no gap.
    void toggleCompare();
    [[nodiscard]] const std::optional<TakeId>& compareA() const { return m_a; }
    [[nodiscard]] const std::optional<TakeId>& compareB() const { return m_b; }

    // Device.
    [[nodiscard]] std::vector<audio::DeviceInfo> devices() const;
    [[nodiscard]] Status openDevice(int index, int bufferFrames = 512);
    [[nodiscard]] Status reconnect();
    [[nodiscard]] audio::DeviceState deviceState() const;
    [[nodiscard]] QString deviceName() const;
    [[nodiscard]] std::int64_t underruns() const;
    void playTestTone();

    // Conversions over what is on the stage.
    [[nodiscard]] Frames framesAt(Tick tick) const;
    [[nodiscard]] Tick tickAt(Frames frames) const;
    [[nodiscard]] Document& document() const { return m_document; }

Q_SIGNALS:
    void positionChanged(); ///< about 30 times a second while playing, and after a seek
    void stateChanged();
    void loopChanged();
    void sourceChanged(); ///< another source sounds, or another take is on the stage
    void lengthChanged(); ///< the source has grown, or the score is longer
    void staleChanged(const pieria::TakeId& take);
    void loudnessChanged();
    void previewChanged();
    void compareChanged();
    void meterChanged(const pieria::audio::Meter& meter); ///< with every position, then silence
    void deviceChanged();
    void underrunsChanged(qint64 count);

private:
    enum class Adopt { WhenReady, WhenIdle };
    struct Candidate
    {
        std::shared_ptr<const audio::AudioSource> source;
        Adopt adopt = Adopt::WhenReady;
        std::optional<AssetId> asset;
    };
    struct Entry
    {
        std::shared_ptr<const audio::AudioSource> source;
        std::optional<AssetId> asset; ///< that `source` reads
        std::optional<Candidate> candidate;
        bool stale = false;
        std::optional<double> loudness;
    };

    void onTakeChanged();
    void onEdited(const TakeId& take);
    void onAudioChanged(const TakeId& take);
    void onTick();
    void requestRender();
    [[nodiscard]] bool ready(const Candidate& candidate) const;
    void adoptCandidate();
    void useSource(Entry& entry, const Candidate& candidate);
    void openFromAsset(const ProjectTake& take, Adopt adopt);
    void applyLoop();
    void restoreLoop();
    void watchGrowth();
    void watchDevice();
    [[nodiscard]] const TakeId* current() const;

    Document& m_document;
    audio::AudioEngine& m_engine;
    PlayerHooks m_hooks;
    std::map<TakeId, Entry> m_entries;
    std::optional<StagePreview> m_preview;
    std::optional<LoopRegion> m_loop;
    std::optional<TakeId> m_a;
    std::optional<TakeId> m_b;
    Decibels m_volume { 0 };
    QTimer m_tick;
    QTimer m_slow; ///< growth of the source and the device while nothing plays
    QTimer m_renderDelay;
    audio::TransportState m_lastState = audio::TransportState::Stopped;
    audio::DeviceState m_lastDevice = audio::DeviceState::None;
    std::int64_t m_lastUnderruns = 0;
    std::int64_t m_lastLength = -1;
    std::int64_t m_lastAvailable = -1;
};

} // namespace pieria::ui
