#include "core/models/music/score_codec.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pieria::models {

namespace {

constexpr int kCells = kFramesPerBeat * kGridPitches;
constexpr int kMicros = 24;
constexpr int kFrameWidth = 160;
constexpr int kNoteWidth = 256;
constexpr double kUnsaturated = 1.2;
constexpr double kSaturationWeight = 0.02;
constexpr std::array<int, 32> kDurations { 3, 6, 8, 12, 16, 20, 24, 28, 32, 36, 42, 48, 56, 64, 72,
    84, 96, 112, 128, 144, 168, 192, 216, 240, 288, 336, 384, 480, 576, 768, 1152, 1536 };
constexpr int kDurationClasses = static_cast<int>(kDurations.size());

torch::nn::Sequential mlp(std::initializer_list<int> widths)
{
    torch::nn::Sequential layers;
    const int* previous = nullptr;
    for (const int& width : widths) {
        if (previous != nullptr) {
            layers->push_back(torch::nn::Linear(*previous, width));
            if (&width != widths.end() - 1) {
                layers->push_back(torch::nn::SiLU());
            }
        }
        previous = &width;
    }
    return layers;
}

} // namespace

std::span<const int> codedDurations()
{
    return kDurations;
}

int nearestDurationClass(int ticks)
{
    const auto distance = [ticks](int d) {
        return std::abs(std::log(static_cast<double>(std::max(ticks, 1)) / d));
    };
    return static_cast<int>(std::min_element(kDurations.begin(), kDurations.end(),
                                [&](int a, int b) { return distance(a) < distance(b); })
        - kDurations.begin());
}

BeatBatch makeBeatBatch(std::span<const CodedBeat* const> beats)
{
    static const std::vector<int> classes = [] {
        std::vector<int> table(2048);
        for (int i = 0; i < static_cast<int>(table.size()); ++i) {
            table[static_cast<std::size_t>(i)] = nearestDurationClass(i);
        }
        return table;
    }();
    std::vector<std::int64_t> item;
    std::vector<std::int64_t> cell;
    std::vector<std::int64_t> micro;
    std::vector<std::int64_t> duration;
    std::vector<float> velocity;
    for (std::size_t i = 0; i < beats.size(); ++i) {
        for (const CodedNote& note : *beats[i]) {
            item.push_back(static_cast<std::int64_t>(i));
            cell.push_back(note.frame * kGridPitches + note.row);
            micro.push_back(note.micro + kMicros / 2);
            duration.push_back(
                classes[static_cast<std::size_t>(std::clamp(note.duration, 1, 2047))]);
            velocity.push_back(static_cast<float>(note.velocity) / 127.0F);
        }
    }
    BeatBatch batch;
    batch.item = torch::tensor(item, torch::kInt64);
    batch.cell = torch::tensor(cell, torch::kInt64);
    batch.micro = torch::tensor(micro, torch::kInt64);
    batch.duration = torch::tensor(duration, torch::kInt64);
    batch.velocity = torch::tensor(velocity, torch::kFloat32);
    batch.size = static_cast<std::int64_t>(beats.size());
    return batch;
}

BeatCodecImpl::BeatCodecImpl(int width)
    : m_cell(register_module("cell", torch::nn::Embedding(kCells, kNoteWidth)))
    , m_micro(register_module("micro", torch::nn::Embedding(kMicros, kNoteWidth)))
    , m_duration(register_module("duration", torch::nn::Embedding(kDurationClasses, kNoteWidth)))
    , m_velocity(register_module("velocity", torch::nn::Linear(1, kNoteWidth)))
    , m_note(register_module("note", mlp({ kNoteWidth, kNoteWidth, kNoteWidth })))
    , m_beat(register_module("beat", mlp({ kNoteWidth, width, width, kBeatChannels })))
    , m_trunk(register_module(
          "trunk", mlp({ kBeatChannels, width, width, kFramesPerBeat * kFrameWidth })))
    , m_onset(register_module("onset", torch::nn::Linear(kFrameWidth, kGridPitches)))
    , m_rowQuery(register_module("row", torch::nn::Embedding(kGridPitches, kFrameWidth)))
    , m_attributes(register_module(
          "attributes", mlp({ 2 * kFrameWidth, 256, kMicros + kDurationClasses + 1 })))
{
    torch::NoGradGuard guard;
    // Onsets are rare: start from their base rate instead of one half.
    m_onset->bias.fill_(-4.0);
    // Latents must stand out of the training noise from the first step, or the decoder learns to
    // ignore them.
    m_beat->ptr<torch::nn::LinearImpl>(m_beat->size() - 1)->weight.mul_(4.0);
}

torch::Tensor BeatCodecImpl::preLatents(const BeatBatch& batch)
{
    torch::Tensor sum = torch::zeros({ batch.size, kNoteWidth });
    if (batch.item.numel() > 0) {
        const torch::Tensor notes = m_note->forward(m_cell(batch.cell) + m_micro(batch.micro)
            + m_duration(batch.duration) + m_velocity(batch.velocity.unsqueeze(1)));
        sum = sum.index_add(0, batch.item, notes);
    }
    return m_beat->forward(torch::layer_norm(sum, { kNoteWidth }));
}

torch::Tensor BeatCodecImpl::encode(const BeatBatch& batch)
{
    return torch::tanh(preLatents(batch));
}

BeatCodecImpl::Decoded BeatCodecImpl::decodeOnsets(const torch::Tensor& latents)
{
    Decoded decoded;
    decoded.frames
        = torch::silu(m_trunk->forward(latents)).view({ -1, kFramesPerBeat, kFrameWidth });
    decoded.onset = m_onset(decoded.frames).reshape({ -1, kCells });
    return decoded;
}

torch::Tensor BeatCodecImpl::attributes(
    const Decoded& decoded, const torch::Tensor& item, const torch::Tensor& cell)
{
    const torch::Tensor frame = torch::floor_divide(cell, kGridPitches);
    const torch::Tensor row = torch::remainder(cell, kGridPitches);
    const torch::Tensor state = decoded.frames.reshape({ -1, kFrameWidth })
                                    .index_select(0, item * kFramesPerBeat + frame);
    const torch::Tensor query = m_rowQuery(row);
    return m_attributes->forward(torch::cat({ state, state * query }, 1));
}

std::vector<CodedBeat> BeatCodecImpl::decode(const torch::Tensor& latents)
{
    const torch::NoGradGuard guard;
    std::vector<CodedBeat> beats(static_cast<std::size_t>(latents.size(0)));
    if (beats.empty()) {
        return beats;
    }
    const Decoded decoded = decodeOnsets(latents);
    const torch::Tensor onset = decoded.onset.contiguous();
    std::vector<std::int64_t> items;
    std::vector<std::int64_t> cells;
    const float* logits = onset.data_ptr<float>();
    for (std::size_t i = 0; i < beats.size(); ++i) {
        for (int frame = 0; frame < kFramesPerBeat; ++frame) {
            std::vector<std::pair<float, int>> found;
            for (int row = 0; row < kGridPitches; ++row) {
                const int cell = frame * kGridPitches + row;
                const float logit = logits[i * kCells + static_cast<std::size_t>(cell)];
                if (logit > 0) {
                    found.emplace_back(-logit, cell);
                }
            }
            std::sort(found.begin(), found.end());
            found.resize(std::min<std::size_t>(found.size(), kNotesPerFrame));
            for (const auto& [score, cell] : found) {
                items.push_back(static_cast<std::int64_t>(i));
                cells.push_back(cell);
            }
        }
    }
    if (items.empty()) {
        return beats;
    }
    const torch::Tensor out = attributes(
        decoded, torch::tensor(items, torch::kInt64), torch::tensor(cells, torch::kInt64));
    const torch::Tensor micro = out.slice(1, 0, kMicros).argmax(1).contiguous();
    const torch::Tensor duration
        = out.slice(1, kMicros, kMicros + kDurationClasses).argmax(1).contiguous();
    const torch::Tensor velocity
        = (torch::sigmoid(out.select(1, kMicros + kDurationClasses)) * 127.0)
              .round()
              .clamp(1, 127)
              .to(torch::kInt64)
              .contiguous();
    for (std::size_t n = 0; n < items.size(); ++n) {
        CodedNote note;
        note.frame = static_cast<std::uint8_t>(cells[n] / kGridPitches);
        note.row = static_cast<std::uint8_t>(cells[n] % kGridPitches);
        note.micro = static_cast<std::int8_t>(micro.data_ptr<std::int64_t>()[n] - kMicros / 2);
        note.duration = kDurations[static_cast<std::size_t>(duration.data_ptr<std::int64_t>()[n])];
        note.velocity = static_cast<std::uint8_t>(velocity.data_ptr<std::int64_t>()[n]);
        beats[static_cast<std::size_t>(items[n])].push_back(note);
    }
    for (CodedBeat& beat : beats) {
        std::sort(beat.begin(), beat.end());
    }
    return beats;
}

BeatCodecLoss BeatCodecImpl::loss(const BeatBatch& batch, const torch::Tensor& noise)
{
    namespace F = torch::nn::functional;
    const torch::Tensor before = preLatents(batch);
    const Decoded decoded = decodeOnsets(torch::tanh(before) + noise);
    const double beats = static_cast<double>(batch.size);
    torch::Tensor target = torch::zeros({ batch.size * kCells });
    target.index_fill_(0, batch.item * kCells + batch.cell, 1.0);
    const torch::Tensor onset
        = F::binary_cross_entropy_with_logits(decoded.onset.reshape({ -1 }), target,
              F::BinaryCrossEntropyWithLogitsFuncOptions().reduction(torch::kSum))
        / beats;
    // A latent at the end of tanh is one bit and learns no more: hold it in the bent, not the flat
    // part.
    const torch::Tensor saturated = torch::relu(before.abs() - kUnsaturated).square().sum() / beats;
    BeatCodecLoss result;
    result.total = onset + kSaturationWeight * saturated;
    result.onset = onset.item<double>();
    if (batch.item.numel() > 0) {
        const torch::Tensor out = attributes(decoded, batch.item, batch.cell);
        const torch::Tensor micro = F::cross_entropy(out.slice(1, 0, kMicros), batch.micro);
        const torch::Tensor duration
            = F::cross_entropy(out.slice(1, kMicros, kMicros + kDurationClasses), batch.duration);
        const torch::Tensor velocity = F::mse_loss(
            torch::sigmoid(out.select(1, kMicros + kDurationClasses)), batch.velocity);
        result.total = result.total + micro + 0.5 * duration + 10.0 * velocity;
        result.micro = micro.item<double>();
        result.duration = duration.item<double>();
        result.velocity = std::sqrt(velocity.item<double>()) * 127.0;
    }
    return result;
}

ScoreCodecImpl::ScoreCodecImpl()
    : m_drums(register_module("drums", BeatCodec(384)))
    , m_pitched(register_module("pitched", BeatCodec(512)))
    , m_mean(register_buffer("mean", torch::zeros({ 2, kBeatChannels })))
    , m_deviation(register_buffer("deviation", torch::ones({ 2, kBeatChannels })))
{
}

torch::Tensor ScoreCodecImpl::encode(const ScoreGrid& grid)
{
    const torch::NoGradGuard guard;
    torch::Tensor latents = torch::zeros({ grid.bars, kSlotCount, kBeatsPerBarMax, kBeatChannels });
    for (const Slot slot : kSlots) {
        std::vector<const CodedBeat*> beats;
        for (int bar = 0; bar < grid.bars; ++bar) {
            for (int beat = 0; beat < grid.beatsPerBar; ++beat) {
                beats.push_back(&grid.at(bar, slot, beat));
            }
        }
        const auto kind = static_cast<std::int64_t>(beatKind(slot));
        const torch::Tensor coded
            = (of(beatKind(slot))->encode(makeBeatBatch(beats)) - m_mean[kind]) / m_deviation[kind];
        latents.select(1, static_cast<std::int64_t>(slotIndex(slot)))
            .slice(1, 0, grid.beatsPerBar)
            .copy_(coded.view({ grid.bars, grid.beatsPerBar, kBeatChannels }));
    }
    return latents.view({ grid.bars, kSlotCount, kBarChannels });
}

ScoreGrid ScoreCodecImpl::decode(
    const torch::Tensor& latents, int beatsPerBar, const std::array<bool, kSlotCount>& on)
{
    ScoreGrid grid;
    grid.bars = static_cast<int>(latents.size(0));
    grid.beatsPerBar = beatsPerBar;
    grid.beats.resize(static_cast<std::size_t>(grid.bars) * kSlotCount * kBeatsPerBarMax);
    const torch::Tensor shaped
        = latents.view({ grid.bars, kSlotCount, kBeatsPerBarMax, kBeatChannels });
    for (const Slot slot : kSlots) {
        if (!on[slotIndex(slot)]) {
            continue;
        }
        const auto kind = static_cast<std::int64_t>(beatKind(slot));
        const torch::Tensor coded = shaped.select(1, static_cast<std::int64_t>(slotIndex(slot)))
                                        .slice(1, 0, beatsPerBar)
                                        .reshape({ -1, kBeatChannels })
                * m_deviation[kind]
            + m_mean[kind];
        const std::vector<CodedBeat> beats = of(beatKind(slot))->decode(coded);
        for (int bar = 0; bar < grid.bars; ++bar) {
            for (int beat = 0; beat < beatsPerBar; ++beat) {
                grid.at(bar, slot, beat)
                    = beats[static_cast<std::size_t>(bar * beatsPerBar + beat)];
            }
        }
    }
    return grid;
}

void ScoreCodecImpl::setNormalisation(const torch::Tensor& mean, const torch::Tensor& deviation)
{
    const torch::NoGradGuard guard;
    m_mean.copy_(mean);
    m_deviation.copy_(deviation);
}

} // namespace pieria::models
