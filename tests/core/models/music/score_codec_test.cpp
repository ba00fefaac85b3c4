#include "core/base/noise.h"
#include "core/models/music/score_codec.h"

#include <QTest>

using namespace pieria;
using namespace pieria::models;

namespace {

std::vector<CodedBeat> randomBeats(int count, std::uint64_t seed)
{
    NoiseSequence random(Noise(seed, "beats"));
    std::vector<CodedBeat> beats;
    for (int i = 0; i < count; ++i) {
        CodedBeat beat;
        for (std::uint8_t frame = 0; frame < 4; ++frame) {
            if (random.chance(0.5)) {
                CodedNote note;
                note.frame = frame;
                note.row = static_cast<std::uint8_t>(30 + random.below(24));
                note.micro = random.chance(0.3) ? std::int8_t { -8 } : std::int8_t { 0 };
                note.duration = random.chance(0.5) ? 24 : 48;
                note.velocity = static_cast<std::uint8_t>(60 + random.below(50));
                beat.push_back(note);
            }
        }
        beats.push_back(beat);
    }
    return beats;
}

BeatBatch batchOf(const std::vector<CodedBeat>& beats)
{
    std::vector<const CodedBeat*> pointers;
    for (const CodedBeat& beat : beats) {
        pointers.push_back(&beat);
    }
    return makeBeatBatch(pointers);
}

} // namespace

class ScoreCodecTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void durationsRoundByRatio()
    {
        for (std::size_t i = 0; i < codedDurations().size(); ++i) {
            QCOMPARE(nearestDurationClass(codedDurations()[i]), static_cast<int>(i));
        }
        QCOMPARE(codedDurations()[static_cast<std::size_t>(nearestDurationClass(95))], 96);
        QCOMPARE(nearestDurationClass(0), 0);
        QCOMPARE(nearestDurationClass(1 << 30), static_cast<int>(codedDurations().size()) - 1);
    }

    void learnsToSayBeatsExactly()
    {
        torch::manual_seed(5);
        at::set_num_threads(1);
        BeatCodec codec(96);
        const std::vector<CodedBeat> beats = randomBeats(16, 9);
        const BeatBatch batch = batchOf(beats);
        torch::optim::Adam optimizer(codec->parameters(), torch::optim::AdamOptions(1e-3));
        const torch::Tensor quiet = torch::zeros({ batch.size, kBeatChannels });
        const double before = codec->loss(batch, quiet).total.item<double>();
        for (int step = 0; step < 1200; ++step) {
            optimizer.zero_grad();
            codec->loss(batch, quiet).total.backward();
            optimizer.step();
        }
        QVERIFY(codec->loss(batch, quiet).total.item<double>() < before / 5);
        const std::vector<CodedBeat> decoded = codec->decode(codec->encode(batch));
        for (std::size_t i = 0; i < beats.size(); ++i) {
            QCOMPARE(decoded[i].size(), beats[i].size());
            for (std::size_t n = 0; n < beats[i].size(); ++n) {
                QCOMPARE(decoded[i][n].frame, beats[i][n].frame);
                QCOMPARE(decoded[i][n].row, beats[i][n].row);
                QCOMPARE(decoded[i][n].micro, beats[i][n].micro);
                QCOMPARE(decoded[i][n].duration, beats[i][n].duration);
            }
        }
    }

    void aBeatIsCodedAlone()
    {
        ScoreCodec codec;
        ScoreGrid grid;
        grid.bars = 2;
        grid.beatsPerBar = 3;
        grid.beats.resize(2 * kSlotCount * kBeatsPerBarMax);
        const torch::Tensor empty = codec->encode(grid);
        QCOMPARE(empty.sizes(), torch::IntArrayRef({ 2, kSlotCount, kBarChannels }));
        QCOMPARE(empty.slice(2, 3 * kBeatChannels).abs().max().item<float>(), 0.0F);
        grid.at(1, Slot::Bass, 2) = { CodedNote {} };
        const torch::Tensor changed = (codec->encode(grid) != empty).any(2);
        for (int bar = 0; bar < 2; ++bar) {
            for (const Slot slot : kSlots) {
                QCOMPARE(changed[bar][static_cast<std::int64_t>(slotIndex(slot))].item<bool>(),
                    bar == 1 && slot == Slot::Bass);
            }
        }
    }

    void silentSlotsStaySilent()
    {
        torch::manual_seed(1);
        ScoreCodec codec;
        const torch::Tensor loud = 30 * torch::randn({ 4, kSlotCount, kBarChannels });
        const ScoreGrid grid = codec->decode(loud, 4, {});
        for (const CodedBeat& beat : grid.beats) {
            QVERIFY(beat.empty());
        }
    }
};

QTEST_GUILESS_MAIN(ScoreCodecTest)
#include "score_codec_test.moc"
