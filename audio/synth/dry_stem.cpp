#include "audio/synth/dry_stem.h"

#include <algorithm>

namespace pieria::audio {

namespace {

constexpr std::size_t kBlockFrames = 4800; ///< 100 ms, whole blocks of the synthesiser
/// Releases of the SoundFont's slowest instruments end within this time.
constexpr std::int64_t kLongestRing = 12 * std::int64_t { kSampleRate };

std::size_t paddedFloats(std::size_t floats)
{
    constexpr auto kUnit = static_cast<std::size_t>(2 * kSynthBlock);
    return (floats + kUnit - 1) / kUnit * kUnit;
}

Result<std::unique_ptr<SlotSynth>> makeSynth(const DryRequest& request)
{
    return SlotSynth::create(request.soundFont, tracksOfSlot(request.score, request.slot),
        noteEvents(request.score, request.slot, request.loop, request.humanise));
}

bool isSilent(std::span<const float> samples)
{
    return std::all_of(samples.begin(), samples.end(), [](float x) { return x == 0.0f; });
}

/// Adds every block of the endless rendering onto its place in the loop. The note that rings over
/// the end continues at the start, sample by sample.
Status foldInto(FrameFile& file, std::int64_t first, std::int64_t frames, std::span<float> block)
{
    std::vector<float> sum;
    while (!block.empty()) {
        const std::int64_t place = first % frames;
        const auto count = std::min(block.size(), static_cast<std::size_t>(2 * (frames - place)));
        sum.resize(count);
        if (Status read = file.read(place, sum); !read) {
            return read;
        }
        std::transform(sum.begin(), sum.end(), block.begin(), sum.begin(), std::plus<>());
        if (Status written = file.write(place, sum); !written) {
            return written;
        }
        block = block.subspan(count);
        first += static_cast<std::int64_t>(count / 2);
    }
    return {};
}

Status renderLoop(
    SlotSynth& synth, FrameFile& file, std::int64_t frames, const std::function<bool()>& cancelled)
{
    std::vector<float> block(2 * kBlockFrames);
    const std::int64_t last = frames + kLongestRing;
    for (std::int64_t at = 0; at < last && !cancelled(); at += kBlockFrames) {
        if (Status rendered = synth.render(block); !rendered) {
            return rendered;
        }
        if (at >= frames && isSilent(block)) {
            break;
        }
        if (Status folded = foldInto(file, at, frames, block); !folded) {
            return folded;
        }
    }
    return file.finish(frames);
}

} // namespace

Result<DryStem> DryStem::open(
    const DryRequest& request, const StemCache& cache, const std::function<bool()>& cancelled)
{
    DryStem stem;
    stem.m_frames = request.frames;
    stem.m_loops = request.loop == LoopMode::On;
    stem.m_key = stemKey(request.score, request.slot, request.loop, request.humanise,
        request.frames, request.soundFont);
    if (auto cached = cache.find(stem.m_key, request.frames)) {
        stem.m_file = std::move(cached->file);
        stem.m_stolen = cached->stolenVoices;
        return stem;
    }
    auto synth = makeSynth(request);
    if (!synth) {
        return tl::unexpected(synth.error());
    }
    auto file = cache.create();
    if (!file) {
        return tl::unexpected(file.error());
    }
    stem.m_synth = std::move(*synth);
    stem.m_file = std::move(*file);
    if (stem.m_loops) {
        const Status rendered = renderLoop(*stem.m_synth, stem.m_file, request.frames, cancelled);
        if (!rendered) {
            return tl::unexpected(rendered.error());
        }
        if (cancelled()) {
            return stem;
        }
        stem.m_stolen = stem.m_synth->stolenVoices();
        stem.m_synth.reset();
        if (Status put = cache.put(stem.m_file, stem.m_key, stem.m_stolen); !put) {
            return tl::unexpected(put.error());
        }
    }
    return stem;
}

Status DryStem::next(std::span<float> interleaved)
{
    return m_synth ? nextLive(interleaved) : nextStored(interleaved);
}

Status DryStem::nextLive(std::span<float> interleaved)
{
    m_padded.resize(paddedFloats(interleaved.size()));
    if (Status rendered = m_synth->render(m_padded); !rendered) {
        return rendered;
    }
    std::copy_n(m_padded.begin(), interleaved.size(), interleaved.begin());
    if (Status written = m_file.write(m_position, interleaved); !written) {
        return written;
    }
    m_position += static_cast<std::int64_t>(interleaved.size() / 2);
    return {};
}

Status DryStem::nextStored(std::span<float> interleaved)
{
    while (!interleaved.empty()) {
        const std::int64_t place = m_loops ? m_position % m_frames : m_position;
        const auto left = static_cast<std::size_t>(2 * std::max<std::int64_t>(m_frames - place, 0));
        const std::size_t count = m_loops ? std::min(interleaved.size(), left) : interleaved.size();
        if (Status read = m_file.read(place, interleaved.first(count)); !read) {
            return read;
        }
        interleaved = interleaved.subspan(count);
        m_position += static_cast<std::int64_t>(count / 2);
    }
    return {};
}

Status DryStem::close(const StemCache& cache)
{
    if (!m_synth) {
        return {};
    }
    m_stolen = m_synth->stolenVoices();
    if (Status finished = m_file.finish(m_frames); !finished) {
        return finished;
    }
    return cache.put(m_file, m_key, m_stolen);
}

int DryStem::stolenVoices() const
{
    return m_synth ? m_synth->stolenVoices() : m_stolen;
}

} // namespace pieria::audio
